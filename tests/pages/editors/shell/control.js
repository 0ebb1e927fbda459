// What a text box is to the tests.
export const asControl = (field) => ({
  field,
  value: () => field.value,
  set: (text) => {
    field.value = text;
  },
  destroy: () => field.remove(),
});

export const newTextarea = (place) => {
  const field = Object.assign(document.createElement("textarea"), { placeholder: "Write a post" });
  place.append(field);
  return field;
};
