"""Reading and writing files safely: atomic writes, checked decoding, archives."""
