5const a = "b
/* c