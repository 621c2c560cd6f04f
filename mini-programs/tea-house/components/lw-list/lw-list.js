Component({ props: { title: '', items: [], empty: 'Nothing here yet.' } });
