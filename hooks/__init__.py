"""The machine behind the guide: the page model, the answer lint and what is built from them."""
