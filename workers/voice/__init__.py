"""How a brand sounds: samples of its texts, what can be measured in them, and how near another text comes."""
