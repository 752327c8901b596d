"""From what a user gives (text, an uploaded file, a web address) to running text."""
