"""What the tests share: servers, databases, people and the stack."""
