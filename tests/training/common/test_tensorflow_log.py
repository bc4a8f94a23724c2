from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from gesture_app.resources import ASSETS

ROOT = ASSETS.parent
NOTICE = "E0000 00:00:1796063891.537101   11081 cuda_dnn.cc:8579] Unable to register cuDNN factory: Attempting to"
"""One of the lines that each import of TensorFlow 2.19 prints."""

TENSORFLOW = f"""
import os
os.write(2, b"{NOTICE}\\n")
os.write(2, b"The disk is full.\\n")
version = os.environ["TF_CPP_MIN_LOG_LEVEL"]
"""


def test_whichever_module_imports_tensorflow_first_its_notices_are_dropped_and_real_errors_kept(tmp_path: Path) -> None:
    package = tmp_path / "tensorflow"
    package.mkdir()
    (package / "__init__.py").write_text(TENSORFLOW, encoding="utf-8")
    (tmp_path / "keras.py").write_text("import tensorflow\nversion = tensorflow.version\n", encoding="utf-8")
    code = "from training.common.tensorflow_log import quiet_tensorflow as q; q(); q()"
    code += "; import keras; print(keras.version)"
    paths = os.pathsep.join([str(tmp_path), str(ROOT)])

    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": paths, "TF_CPP_MIN_LOG_LEVEL": "1"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "1\n"  # what a person has set is kept
    assert done.stderr == "The disk is full.\n"
