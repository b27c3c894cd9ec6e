"""What can be wrong with a workshop plan. The numbers in the explanations (W01 to W47) are those
of the list in `docs/workshops.md`."""
