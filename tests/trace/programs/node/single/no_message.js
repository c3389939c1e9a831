class NotAllowed extends Error {}

const remove = (user) => {
  if (!user.admin) throw new NotAllowed();
};

remove({ name: 'Zoë' });
