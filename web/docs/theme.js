// The theme that a reader chose in the playground holds here too. A classic script, so that nothing is seen in another one before.
try {
  const theme = localStorage.getItem('torchlet-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;
} catch {
  // Storage is barred here: the page follows the system.
}
