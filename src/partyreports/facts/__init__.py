"""What is said: dates, periods, people, attendance, citations, the meeting itself."""
