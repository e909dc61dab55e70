"""Two deliveries → what changed between them: papers, values, pages, and the shipment's own words.

`compare(old, new)` tells every change once, with its old and its new place; `drift` makes findings of them for a
shipment that is held against its approved sample.
"""
