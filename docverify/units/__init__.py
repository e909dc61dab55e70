"""Lists of units (CSV or Excel), from any supplier's hand, to the units of a shipment."""
