"""Everything that can be wrong with a package for a learning platform."""

from __future__ import annotations

from builder.check.explaining import explained
from builder.diagnostics import Level, code

SHAPE = code(
    "package-structure",
    Level.ERROR,
    "The manifest has a part where the format has none, or lacks one",
    explained(
        what="An element or attribute stands where the format does not know it, is missing, or "
        "stands in another order.",
        why="Platforms check manifests against the format's schemas and refuse the package.",
        fix="Build the package again with the tool that made it, or mend the manifest by hand.",
    ),
)
VALUE = code(
    "package-value",
    Level.ERROR,
    "The manifest has a value that the format does not allow",
    explained(
        what="A text or attribute is not of the kind that the format wants, such as a score over "
        "100 or a word that is not in the list.",
        why="Platforms refuse the package, or take another value than was meant.",
        fix="Write a value of the kind that the message names.",
    ),
)
VERSION = code(
    "package-version",
    Level.ERROR,
    "The manifest does not say which version of SCORM it is",
    explained(
        what="The metadata has to begin with `<schema>ADL SCORM</schema>` and a `schemaversion`: "
        "`1.2` or `2004 4th Edition`.",
        why="Platforms choose by these words how the package is run.",
        fix="Write both, exactly like that, as the first two parts of the metadata.",
    ),
)
OLD_EDITION = code(
    "package-edition",
    Level.WARNING,
    "The package is of an older edition of SCORM 2004",
    explained(
        what="The `schemaversion` names an edition before the fourth.",
        why="Platforms run it by older rules, and checkers of the 4th edition remark on it.",
        fix="Nothing has to be done if the platform takes that edition.",
    ),
)
REFERENCE = code(
    "package-reference",
    Level.ERROR,
    "The manifest refers to something that is not there",
    explained(
        what="An identifier is named that no organization, resource or objective of the manifest "
        "has.",
        why="The item has nothing to launch, or the package has nothing to show.",
        fix="Name an identifier that exists.",
    ),
)
DUPLICATE = code(
    "package-duplicate-identifier",
    Level.ERROR,
    "Two parts of the manifest have the same identifier",
    explained(
        what="Identifiers have to be different from each other in the whole manifest.",
        why="A platform keeps learners' results under them and would mix the two up.",
        fix="Give each part an identifier of its own, and keep it from then on.",
    ),
)
TITLE = code(
    "package-title",
    Level.ERROR,
    "A title is missing or empty",
    explained(
        what="Every organization and every item needs exactly one title with a text.",
        why="Learners choose by titles; some platforms refuse a package without them.",
        fix="Write a title.",
    ),
)
LONG = code(
    "package-too-long",
    Level.WARNING,
    "A text is longer than platforms have to keep",
    explained(
        what="The standard says how many characters every platform keeps; this text has more.",
        why="One platform cuts it, another refuses the whole package with a database error.",
        fix="Shorten it.",
    ),
)
ITEM = code(
    "package-item",
    Level.ERROR,
    "An item launches something and holds other items, or does neither",
    explained(
        what="An item either refers to a resource or groups other items.",
        why="The standard allows nothing else, and platforms show such an item as an empty line.",
        fix="Give the item a resource, or move what it launches into an item of its own.",
    ),
)
RESOURCE = code(
    "package-resource",
    Level.ERROR,
    "A resource is not described as the format wants",
    explained(
        what="A resource is of the type `webcontent`, says whether it is a SCO or an asset, and "
        "lists the file it launches among its files.",
        why="Checkers refuse it; some platforms do not launch it or do not track it.",
        fix="Complete the resource.",
    ),
)
MISSING = code(
    "package-missing-file",
    Level.ERROR,
    "A file that the manifest names is not in the package",
    explained(
        what="The address leads to no file of the archive; upper and lower case count.",
        why="The learner gets an error page instead of the course.",
        fix="Put the file into the archive or correct the address.",
    ),
)
UNLISTED = code(
    "package-unlisted-file",
    Level.WARNING,
    "A file of the package is not in the manifest",
    explained(
        what="The archive has files that no resource lists.",
        why="A platform may leave them out when it stores or passes on the package.",
        fix="List the file in a resource, or leave it out of the archive.",
    ),
)
BASE = code(
    "package-base",
    Level.ERROR,
    "An `xml:base` cannot be used",
    explained(
        what="It has to be a relative address with forward slashes that ends in a slash and does "
        "not begin with one.",
        why="Every address below it is put together with it.",
        fix="Leave `xml:base` out and write whole addresses.",
    ),
)
PARAMETERS = code(
    "package-parameters",
    Level.ERROR,
    "The parameters of an item cannot be put behind its address",
    explained(
        what="Parameters are `name=value` pairs with `&` between them, after `?` or nothing, or "
        "a part after `#`.",
        why="Platforms join them to the address as they stand.",
        fix="Escape blanks and other characters with percent signs.",
    ),
)
MISPLACED = code(
    "package-misplaced",
    Level.ERROR,
    "A setting stands on an item that cannot have it",
    explained(
        what="Settings for what is launched belong on an item that launches a SCO, and settings "
        "for a group on a group; those of SCORM 1.2 do not belong in SCORM 2004.",
        why="Platforms ignore it there or refuse the package.",
        fix="Move the setting or leave it out.",
    ),
)
SEQUENCING = code(
    "package-sequencing",
    Level.ERROR,
    "The sequencing contradicts itself",
    explained(
        what="Two objectives have one name, or read or write the same shared objective.",
        why="Which result counts would be left to chance, so the standard forbids it.",
        fix="Give each objective a name of its own and one shared objective to write to.",
    ),
)
DEPRECATED = code(
    "package-deprecated",
    Level.WARNING,
    "The manifest uses a form that is no longer meant to be used",
    explained(
        what="An older form of a setting is still understood, but newer ones have taken its place.",
        why="Platforms differ in whether they still read it.",
        fix="Use the form that the message names.",
    ),
)
CONTROL = code(
    "package-control-documents",
    Level.ERROR,
    "The schemas that the manifest names are not in the package",
    explained(
        what="The manifest names schema files that do not lie at the top of the archive.",
        why="A checker of SCORM 2004 refuses the package; most platforms do without.",
        fix="Put the schema files beside the manifest.",
    ),
)
LAUNCH = code(
    "package-launch",
    Level.WARNING,
    "Some platforms will launch something else, or nothing",
    explained(
        what="What is launched first is not the first resource, or the manifest's elements have "
        "a prefix.",
        why="Open edX launches the first resource that has an address; Moodle finds nothing to "
        "launch behind prefixed elements.",
        fix="Put the launched resource first and make the packaging namespace the default one.",
    ),
)
NAME = code(
    "package-file-name",
    Level.ERROR,
    "A file in the archive has a dangerous or doubtful name",
    explained(
        what="The name leads out of the folder it is unpacked in, begins at the root of a disk, or "
        "exists twice.",
        why="Unpacking it could overwrite other files, so platforms refuse the whole archive.",
        fix="Pack the files again with plain relative names.",
    ),
)
PLAIN_NAME = code(
    "package-plain-name",
    Level.WARNING,
    "A file in the archive has a name that not every platform can unpack",
    explained(
        what="The name has letters beyond ASCII or blanks, is very long, differs from another in "
        "case only, or belongs to an operating system's leftovers.",
        why="Platforms on other systems unpack it under another name, and links break.",
        fix="Use letters, digits, hyphens and dots, and at most 180 characters.",
    ),
)
BOMB = code(
    "package-bomb",
    Level.ERROR,
    "The archive would unpack to an absurd size",
    explained(
        what="The files are hundreds of times larger than the archive.",
        why="Such archives are made to fill a server's disk, and platforms refuse them.",
        fix="Do not upload it unless you know exactly what is in it.",
    ),
)
LARGE = code(
    "package-large",
    Level.WARNING,
    "The package is larger than many platforms take",
    explained(
        what="The archive has more than 50 MB, a common limit for uploads.",
        why="The upload is refused or takes so long that it is broken off.",
        fix="Make pictures and films smaller, or put films on a server of their own.",
    ),
)
IRI = code(
    "package-iri",
    Level.ERROR,
    "An identifier of the cmi5 structure is no absolute IRI, or not a new one",
    explained(
        what="Course, blocks, units and objectives each need an identifier of their own that "
        "begins with a scheme and holds no blanks.",
        why="Results are kept under it in every system that ever sees them.",
        fix="Give each part an identifier such as https://example.com/course/lesson.",
    ),
)
URL = code(
    "package-url",
    Level.ERROR,
    "The address of a unit cannot be launched",
    explained(
        what="The address leads to no file of the package, out of it, or holds a part that the "
        "platform puts there itself.",
        why="The platform adds its own parameters to the address and opens it.",
        fix="Write the path of a file in the package, or a whole address.",
    ),
)
LANGUAGE = code(
    "package-language",
    Level.ERROR,
    "A text of the cmi5 structure has no language or no words",
    explained(
        what="Every `langstring` needs the attribute `lang` and a text.",
        why="Platforms choose by it which text a learner sees.",
        fix='Write `<langstring lang="en">Words</langstring>`.',
    ),
)
MOVE_ON = code(
    "package-move-on",
    Level.WARNING,
    "A unit does not say what counts as done",
    explained(
        what="Without `moveOn`, or with `NotApplicable`, a unit counts as done before it is begun.",
        why="A course of such units is complete the moment a learner is registered.",
        fix="Write moveOn, usually Completed or CompletedAndPassed.",
    ),
)
