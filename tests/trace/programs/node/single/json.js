const body = (text) => JSON.parse(text);

body("{'a': 1}");
