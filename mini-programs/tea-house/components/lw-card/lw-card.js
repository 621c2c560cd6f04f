Component({ props: { title: '', empty: 'Nothing here yet.' } });
