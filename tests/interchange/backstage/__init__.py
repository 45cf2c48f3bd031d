"""Catalogues of Backstage."""
