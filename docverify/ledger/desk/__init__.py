"""What people do with packs on the web page: uploads, shipments, corrections, waivers, comments, accounts, links.

Functions over an open `Ledger`; each is one transaction. Everything that belongs to a workspace is asked for with the
workspace: there is no way to name a pack, a paper or a link of another one. Times are given, never taken from a clock.
"""
