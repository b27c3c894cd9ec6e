"""Reading packages for learning platforms, whoever made them, without unpacking them."""

from builder.read.package.archive import read_archive, read_package

__all__ = ["read_archive", "read_package"]
