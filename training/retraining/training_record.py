"""Record of a retraining: the ``data`` section of the manifest, and notes for the user."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.message import Message
from gesture_app.domain.retraining.plan import RetrainPlan
from training.hands.data.dataset import HandSample, data_fingerprint
from training.retraining.rehearsal_split import RehearsalSplit
from training.retraining.user_dataset import UserDataset


def manifest_data(
    user: UserDataset, rehearsal: RehearsalSplit, plan: RetrainPlan, seed: int, made_at: datetime
) -> dict[str, Any]:
    """The ``data`` section of a retrained model's manifest."""
    train = [sample.hand for sample in user.train]
    relabelled = {label: sorted(poses) for label, poses in rehearsal.relabelled_poses.items() if poses}
    return {
        "origin": "retrained",
        "made_at": made_at.isoformat(timespec="seconds"),
        "seed": seed,
        "fingerprint": data_fingerprint(train),
        "learnt_from": _counts(train),
        "chosen_by": _counts([sample.hand for sample in user.validation]),
        "judged_by": _counts([sample.hand for sample in user.test]),
        "held_out_sessions": list(plan.held_out_sessions),
        "calibrated_on": "rendered hands of other people and recordings of sessions that were learnt from, all of "
        "which were not learnt from; no hand without a gesture is taken for one more easily than before",
        "rehearsed": _counts(rehearsal.train.samples),
        "poses_given_a_meaning": relabelled,
    }


def outcome_notes(rehearsal: RehearsalSplit, plan: RetrainPlan, *, turn_changed: bool) -> list[str]:
    """Limits of the comparison, as sentences for the user."""
    notes: list[str] = []
    if not plan.is_across_sessions:
        notes.append(
            Message(
                "Some gestures are checked on the end of the session that they were learnt from, not across sessions."
            )
        )
    for label, poses in rehearsal.relabelled_poses.items():
        if poses:
            listed = ", ".join(display_name(pose) for pose in sorted(poses))
            notes.append(
                Message(
                    "{gesture} looks like what was no gesture before ({poses}): hands of other people in this pose are "
                    "left out of the comparison."
                ).fill(gesture=display_name(label), poses=listed)
            )
    if not len(rehearsal.base):
        notes.append(
            Message("There are no hands of other people for these gestures, so only your recordings were compared.")
        )
    if turn_changed:
        notes.append(Message("Hands are now cut out as seen, so that gestures may differ by direction alone."))
    return notes


def _counts(samples: Sequence[HandSample]) -> dict[str, int]:
    return dict(sorted(Counter(sample.label for sample in samples).items()))
