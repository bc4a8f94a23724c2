"""``gesture-app models export`` and ``import``: models for other machines, also with what was learnt at once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rich.console import Console

from gesture_app.cli.output import counted, print_lines
from gesture_app.composition import learnt_samples, model_library
from gesture_app.domain.models.learnt_samples import learnt_text


def export_model(model_id: str, path: Path, console: Console, *, with_learnt: bool = False) -> int:
    """Write a model to an archive and return the exit code.

    Args:
        model_id: The model.
        path: The archive.
        console: Receives the output.
        with_learnt: Whether what was learnt at once from samples is written, too.

    Raises:
        GestureAppError: If it is damaged, nothing was learnt at once, or the archive cannot be written.
    """
    library = model_library()
    learnt = learnt_samples(model_dir=library.stored(model_id).folder) if with_learnt else None
    library.export(model_id, path, learnt)
    size_mb = path.stat().st_size / 1e6
    lines = [f"Wrote {model_id} to {path} ({size_mb:.1f} MB)."]
    if learnt is not None:
        lines.append(f"With what was learnt at once: {learnt_text(Counter(learnt.people))}; no pictures.")
    print_lines(lines, console)
    return 0


def forget_imported(model_id: str, console: Console) -> int:
    """Remove what was learnt at once elsewhere and imported with a model, and return the exit code.

    Raises:
        ModelError: If there is no such model, or it cannot be removed.
    """
    count = model_library().forget_imported(model_id)
    print_lines([f"Forgot {counted(count, 'imported sample')}. To have them again, import the archive again."], console)
    return 0


def import_model(path: Path, console: Console) -> int:
    """Import a model from an archive or a folder and return the exit code.

    Raises:
        ModelError: If it is damaged, unsafe or does not load.
    """
    done = model_library().import_archive(path)
    learnt = [f"{counted(done.learnt, 'sample')} that it learnt at once came with it."] if done.learnt else []
    if done.was_known:
        print_lines([f"This model is there already, as {done.model.id}.", *learnt], console)
        return 0
    lines = [f"Imported as {done.model.id}. To use it: gesture-app models use {done.model.id}"]
    if done.model.trouble:
        lines = [f"Imported as {done.model.id}, but it cannot be used: {done.model.trouble}"]
    print_lines((*lines, *learnt), console)
    return 0
