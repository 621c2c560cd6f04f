// Stands for the platform's own bridge script. The simulator has put `my` into the page already.
