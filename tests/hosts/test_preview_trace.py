"""The preview shows authors a page that no built site has."""

from builder.hosts.preview.start import TRACE, reader
from builder.pipeline import Options, load, site_bundle


def test_traceability_is_in_the_preview_only(folder):
    root = folder({"m/a.md": "# A\n\nText.\n"})
    options = Options(root=root, jobs=1, cache=False)
    built = reader(options, lambda text: None)()
    assert b"Traceability" in built.bundle.files[TRACE].make()
    assert TRACE not in site_bundle(load(options)).files
