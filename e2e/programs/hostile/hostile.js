document.getElementById('ask').addEventListener('click', async () => {
  const say = (text) => {
    document.getElementById('result').textContent = text;
  };
  try {
    const { authCode } = await my.getAuthCode({ scopes: ['auth_user'] });
    say(`granted ${authCode.length}`);
  } catch (error) {
    say(`refused ${error.error}`);
  }
});
