"""The formats of manifests as tables (see `shape` for how they read)."""

from __future__ import annotations

from collections.abc import Mapping

from builder.check.package.grammars_lom import IMSMD, LOM
from builder.check.package.shape import Grammar, grammar
from builder.model.package import Form

_IMSCP12 = """
manifest: metadata? organizations resources manifest* ... | identifier!=id version=at-most-20 xml:base=uri
metadata: schema? schemaversion? ... |
schema: | text=at-most-100
schemaversion: | text=at-most-20
organizations: organization* ... | default=id
organization: title? item* metadata? ... | identifier!=id structure=at-most-200
title: | text=any
item: title? item* metadata? ... | identifier!=id identifierref=at-most-2000 isvisible=bool parameters=at-most-1000
resources: resource* ... | xml:base=uri
resource: metadata? file* dependency* ... | identifier!=id type!=at-most-1000 href=href xml:base=uri adlcp12:scormtype=asset,sco
file: metadata? ... | href!=href
dependency: ... | identifierref!=at-most-2000
"""
_ADLCP12 = """
location: | text=at-most-2000
prerequisites: | text=at-most-200 type!=aicc_script,
maxtimeallowed: | text=time
timelimitaction: | text=exit;message,exit;no~message,continue;message,continue;no~message
datafromlms: | text=at-most-255
masteryscore: | text=0..100
"""
_IMSCP13 = """
manifest: metadata? organizations resources manifest* ... | identifier!=id version=at-most-20 xml:base=uri
metadata: schema? schemaversion? ... |
schema: | text=any
schemaversion: | text=any
organizations: organization* ... | default=id
organization: title? item+ metadata? ... | identifier!=id structure=any adlseq:objectivesGlobalToSystem=bool adlcp:sharedDataGlobalToSystem=bool
title: | text=any
item: title? item* metadata? ... | identifier!=id identifierref=any isvisible=bool parameters=any
resources: resource* ... | xml:base=uri
resource: metadata? file* dependency* ... | identifier!=id type!=any href=href xml:base=uri adlcp:scormType=sco,asset
file: metadata? ... | href!=href
dependency: ... | identifierref!=any
"""
_ADLCP13 = """
location: | text=uri
dataFromLMS: | text=at-most-4000
timeLimitAction: | text=exit;message,exit;no~message,continue;message,continue;no~message
completionThreshold: | text=any completedByMeasure=bool minProgressMeasure=0..1 progressWeight=0..1
data: map+ |
map: | targetID!=uri readSharedData=bool writeSharedData=bool
"""
_ADLSEQ = """
constrainedChoiceConsiderations: | preventActivation=bool constrainChoice=bool
rollupConsiderations: | requiredForSatisfied=always,ifAttempted,ifNotSkipped,ifNotSuspended requiredForNotSatisfied=always,ifAttempted,ifNotSkipped,ifNotSuspended requiredForCompleted=always,ifAttempted,ifNotSkipped,ifNotSuspended requiredForIncomplete=always,ifAttempted,ifNotSkipped,ifNotSuspended measureSatisfactionIfActive=bool
objectives: objective+ |
objective: mapInfo+ | objectiveID!=uri
mapInfo: | targetObjectiveID!=uri readRawScore=bool readMinScore=bool readMaxScore=bool readCompletionStatus=bool readProgressMeasure=bool writeRawScore=bool writeMinScore=bool writeMaxScore=bool writeCompletionStatus=bool writeProgressMeasure=bool
"""
_ADLNAV = """
presentation: navigationInterface? |
navigationInterface: hideLMSUI* |
hideLMSUI: | text=abandon,continue,exit,previous,suspendAll,exitAll,abandonAll
"""
_CONDITIONS = "satisfied,objectiveStatusKnown,objectiveMeasureKnown,completed,activityProgressKnown,attempted,attemptLimitExceeded,timeLimitExceeded,outsideAvailableTimeRange"
_IMSSS = f"""
sequencingCollection: sequencing+ |
sequencing: controlMode? sequencingRules? limitConditions? auxiliaryResources? rollupRules? objectives? randomizationControls? deliveryControls? ... | ID=id IDRef=id
controlMode: | choice=bool choiceExit=bool flow=bool forwardOnly=bool useCurrentAttemptObjectiveInfo=bool useCurrentAttemptProgressInfo=bool
sequencingRules: preConditionRule* exitConditionRule* postConditionRule* |
preConditionRule: ruleConditions ruleAction |
exitConditionRule: ruleConditions ruleAction |
postConditionRule: ruleConditions ruleAction |
ruleConditions: ruleCondition+ | conditionCombination=all,any
ruleCondition: | referencedObjective=any measureThreshold=-1..1 operator=not,noOp condition!={_CONDITIONS},objectiveMeasureGreaterThan,objectiveMeasureLessThan,always
preConditionRule/ruleAction: | action!=skip,disabled,hiddenFromChoice,stopForwardTraversal
exitConditionRule/ruleAction: | action!=exit,
postConditionRule/ruleAction: | action!=exitParent,exitAll,retry,retryAll,continue,previous
limitConditions: | attemptLimit=whole attemptAbsoluteDurationLimit=duration attemptExperiencedDurationLimit=duration activityAbsoluteDurationLimit=duration activityExperiencedDurationLimit=duration beginTimeLimit=any endTimeLimit=any
auxiliaryResources: auxiliaryResource* |
auxiliaryResource: | auxiliaryResourceID!=any purpose!=any
rollupRules: rollupRule* | rollupObjectiveSatisfied=bool rollupProgressCompletion=bool objectiveMeasureWeight=0..1
rollupRule: rollupConditions rollupAction | childActivitySet=all,any,none,atLeastCount,atLeastPercent minimumCount=whole minimumPercent=0..1
rollupConditions: rollupCondition+ | conditionCombination=all,any
rollupCondition: | operator=not,noOp condition!={_CONDITIONS}
rollupAction: | action!=satisfied,notSatisfied,completed,incomplete
objectives: primaryObjective objective* |
primaryObjective: minNormalizedMeasure? mapInfo* | objectiveID=uri satisfiedByMeasure=bool
objective: minNormalizedMeasure? mapInfo* | objectiveID!=uri satisfiedByMeasure=bool
minNormalizedMeasure: | text=-1..1
mapInfo: | targetObjectiveID!=uri readSatisfiedStatus=bool readNormalizedMeasure=bool writeSatisfiedStatus=bool writeNormalizedMeasure=bool
randomizationControls: | randomizationTiming=never,once,onEachNewAttempt selectCount=whole reorderChildren=bool selectionTiming=never,once,onEachNewAttempt
deliveryControls: | tracked=bool completionSetByContent=bool objectiveSetByContent=bool
"""
_CMI5 = """
courseStructure: course objectives? ( au* block* ) ... |
course: title description ... | id!=any
block: title description objectives? ( au* block* ) ... | id!=any
au: title description objectives? url launchParameters? entitlementKey? ... | id!=any moveOn=NotApplicable,Passed,Completed,CompletedAndPassed,CompletedOrPassed masteryScore=0..1 launchMethod=AnyWindow,OwnWindow activityType=any
courseStructure/objectives: objective+ ... |
objectives: objective+ ... |
objective: title? description? | id=any idref=any
title: langstring+ ... |
description: langstring+ ... |
langstring: | text=any lang=language
url: | text=any
launchParameters: | text=any
entitlementKey: | text=any
"""

_TABLES = {
    Form.SCORM12: {
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2": _IMSCP12,
        "http://www.adlnet.org/xsd/adlcp_rootv1p2": _ADLCP12,
        "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1": IMSMD,
    },
    Form.SCORM2004: {
        "http://www.imsglobal.org/xsd/imscp_v1p1": _IMSCP13,
        "http://www.adlnet.org/xsd/adlcp_v1p3": _ADLCP13,
        "http://www.adlnet.org/xsd/adlseq_v1p3": _ADLSEQ,
        "http://www.adlnet.org/xsd/adlnav_v1p3": _ADLNAV,
        "http://www.imsglobal.org/xsd/imsss": _IMSSS,
        "http://ltsc.ieee.org/xsd/LOM": LOM,
    },
    Form.CMI5: {"https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd": _CMI5},
}


def grammars(form: Form) -> Mapping[str, Grammar]:
    """The grammars of a form by namespace."""
    return {space: grammar(text) for space, text in _TABLES.get(form, {}).items()}
