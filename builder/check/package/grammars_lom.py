"""Metadata of learning objects as tables: IEEE 1484.12.3 (SCORM 2004) and IMS 1.2.1 (SCORM 1.2)."""

from __future__ import annotations

_WORD = "( source? value? ) |"

LOM = f"""
lom: ( general? lifeCycle? metaMetadata? technical? educational* rights? relation* annotation* classification* ) |
general: ( identifier* title? language* description* keyword* coverage* structure? aggregationLevel? ) |
identifier: ( catalog? entry? ) |
catalog: | text=any
entry: ( string* ) | text=any
title: ( string* ) |
description: ( string* ) |
keyword: ( string* ) |
coverage: ( string* ) |
string: | text=any language=language
language: | text=language
structure: {_WORD}
structure/value: | text=atomic,collection,networked,hierarchical,linear
aggregationLevel: {_WORD}
aggregationLevel/value: | text=1,2,3,4
lifeCycle: ( version? status? contribute* ) |
version: ( string* ) |
status: {_WORD}
status/value: | text=draft,final,revised,unavailable
contribute: ( role? entity* date? ) |
role: {_WORD}
entity: | text=any
date: ( dateTime? description? ) |
dateTime: | text=date
metaMetadata: ( identifier* contribute* metadataSchema* language? ) |
metadataSchema: | text=any
technical: ( format* size? location* requirement* installationRemarks? otherPlatformRequirements? duration? ) |
format: | text=any
size: | text=whole
location: | text=any
requirement: ( orComposite* ) |
orComposite: ( type? name? minimumVersion? maximumVersion? ) |
type: {_WORD}
name: {_WORD}
minimumVersion: | text=any
maximumVersion: | text=any
installationRemarks: ( string* ) |
otherPlatformRequirements: ( string* ) |
technical/duration: ( duration? description? ) |
duration: | text=duration
educational: ( interactivityType? learningResourceType* interactivityLevel? semanticDensity? intendedEndUserRole* context* typicalAgeRange* difficulty? typicalLearningTime? description* language* ) |
interactivityType: {_WORD}
learningResourceType: {_WORD}
interactivityLevel: {_WORD}
semanticDensity: {_WORD}
intendedEndUserRole: {_WORD}
context: {_WORD}
typicalAgeRange: ( string* ) |
difficulty: {_WORD}
typicalLearningTime: ( duration? description? ) |
rights: ( cost? copyrightAndOtherRestrictions? description? ) |
cost: {_WORD}
cost/value: | text=yes,no
copyrightAndOtherRestrictions: {_WORD}
copyrightAndOtherRestrictions/value: | text=yes,no
relation: ( kind? resource? ) |
kind: {_WORD}
resource: ( identifier* description* ) |
annotation: ( entity? date? description? ) |
classification: ( purpose? taxonPath* description? keyword* ) |
purpose: {_WORD}
taxonPath: ( source? taxon* ) |
taxonPath/source: ( string* ) |
taxon: ( id? entry? ) |
id: | text=any
source: | text=any
value: | text=any
"""

_SAID = "langstring+ |"
_WORD12 = "source value |"
_OPEN = "... |"

IMSMD = f"""
lom: general? lifecycle? metametadata? technical? educational? rights? relation* annotation* classification* |
general: identifier? title? catalogentry* language* description* keyword* coverage* structure? aggregationlevel? {_OPEN}
identifier: | text=any
title: {_SAID}
catalogentry: catalog entry {_OPEN}
catalog: | text=any
entry: {_SAID}
language: | text=any
description: {_SAID}
keyword: {_SAID}
coverage: {_SAID}
langstring: | text=any xml:lang=language
structure: {_WORD12}
aggregationlevel: {_WORD12}
lifecycle: version? status? contribute* {_OPEN}
version: {_SAID}
status: {_WORD12}
contribute: role centity* date? {_OPEN}
role: {_WORD12}
centity: vcard |
vcard: | text=any
date: datetime? description? |
datetime: | text=any
metametadata: identifier? catalogentry* contribute* metadatascheme* language? {_OPEN}
metadatascheme: | text=any
technical: format* size? location* requirement* installationremarks? otherplatformrequirements? duration? {_OPEN}
format: | text=any
size: | text=whole
location: | text=any type=URI,TEXT
requirement: type? name? minimumversion? maximumversion? {_OPEN}
type: {_WORD12}
name: {_WORD12}
minimumversion: | text=any
maximumversion: | text=any
installationremarks: {_SAID}
otherplatformrequirements: {_SAID}
duration: datetime? description? |
educational: interactivitytype? learningresourcetype* interactivitylevel? semanticdensity? intendedenduserrole* context* typicalagerange* difficulty? typicallearningtime? description? language* {_OPEN}
interactivitytype: {_WORD12}
learningresourcetype: {_WORD12}
interactivitylevel: {_WORD12}
semanticdensity: {_WORD12}
intendedenduserrole: {_WORD12}
context: {_WORD12}
typicalagerange: {_SAID}
difficulty: {_WORD12}
typicallearningtime: datetime? description? |
rights: cost? copyrightandotherrestrictions? description? {_OPEN}
cost: {_WORD12}
copyrightandotherrestrictions: {_WORD12}
relation: kind? resource? {_OPEN}
kind: {_WORD12}
resource: identifier? description? catalogentry* {_OPEN}
annotation: person? date? description? {_OPEN}
person: vcard |
classification: purpose? taxonpath* description? keyword* {_OPEN}
purpose: {_WORD12}
taxonpath: source? taxon? |
taxon: id? entry? taxon? |
id: | text=any
source: langstring |
value: langstring |
"""
