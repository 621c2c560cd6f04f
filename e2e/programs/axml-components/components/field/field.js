Component({ props: { label: '', name: '' } });
