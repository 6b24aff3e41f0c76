"""Labels of claims: type, countries, instruments, named instruments, terms and figures, each with its rule and trigger.

    sentence            a sentence as rules see it: folded, cut into words, tied to the source
    countries           names, organs and places; `country_short_forms`: 中美, 英、美、日, 赴美, 美方
    instruments         trigger words with weights, from the vocabulary
    entities            real agreements, institutions and persons of the vocabulary; `entity_forms`, `entity_persons`:
                        those that only the form of a name shows; `entity_finder`: both; `entity_paper`: what the
                        whole paper tells of them
    terms               terms of the glossary, and whether the sentence defines them
    figures             measured numbers; `figure_units`: the units that make them so
    claim_type          definition, fact, statistic, viewpoint, recommendation; `claim_type_cues`: what is certain,
                        `type_model`: what judges the rest by `type_features` and `type_wordings`
    speakers            to whom a sentence attributes what it says
    periods             the years that it is about
    labeller            all of them together

The rules follow the labelling guide of the gold data, whose points the modules repeat where they apply them.
"""

from app.ingest.labels.labeller import label_claims, retype

__all__ = ["label_claims", "retype"]
