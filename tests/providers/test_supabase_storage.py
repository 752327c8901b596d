"""The Storage adapter against the stack's own Storage."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from tests.support.stacks import RunningStack
from workers.inputs.media import media_type_of
from workers.providers.storage.supabase import SupabaseStorage
from workers.runtime.errors import Rejected


async def test_an_uploaded_file_is_read_with_the_secret_key(stack: RunningStack, tmp_path: Path) -> None:
    name = f"{uuid4()}/uploads/één verhaal.md"
    headers = {
        "apikey": stack.secret_key,
        "Authorization": f"Bearer {stack.secret_key}",
        "Content-Type": "text/markdown",
    }
    async with httpx.AsyncClient(trust_env=False) as client:
        uploaded = await client.post(
            f"{stack.url}/storage/v1/object/assets/{name}", headers=headers, content=b"# Kop\n\nEen zin."
        )
        assert uploaded.status_code == 200, uploaded.text
    store = SupabaseStorage(stack.url, stack.secret_key)
    found = await store.download("assets", name, max_bytes=1000)
    assert found.body.decode() == "# Kop\n\nEen zin."
    # the embedded Storage may forget the type, which the file name then tells
    assert media_type_of(found.content_type, name)[0] == "text/markdown"
    with pytest.raises(Rejected, match="larger"):
        await store.download("assets", name, max_bytes=3)
    await store.save("assets", name, tmp_path / "file", max_bytes=1000)
    assert (tmp_path / "file").read_bytes() == found.body
    with pytest.raises(Rejected, match="larger"):
        await store.save("assets", name, tmp_path / "file", max_bytes=3)
    with pytest.raises(Rejected) as missing:
        await store.download("assets", f"{uuid4()}/nothing.md", max_bytes=1000)
    assert missing.value.code == "INPUT_NOT_FOUND"
    with pytest.raises(Rejected) as missing:
        await store.save("assets", f"{uuid4()}/nothing.md", tmp_path / "none", max_bytes=1000)
    assert missing.value.code == "INPUT_NOT_FOUND"
