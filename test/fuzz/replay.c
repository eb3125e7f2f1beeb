/*
 * replay.c
 *		Runs a fuzz target over files and folders, without libFuzzer.
 *
 * usage: TARGET FILE|FOLDER...
 */
#define _DEFAULT_SOURCE
#include <dirent.h>
#include <sys/stat.h>

#include "fuzz.h"

static int	inputs;

/* Runs the target over one file. */
static void
run_file(const char *path)
{
	FILE	   *file = fopen(path, "rb");
	struct stat info;
	uint8_t    *data;

	if (file == NULL || fstat(fileno(file), &info) != 0)
	{
		perror(path);
		exit(2);
	}
	data = malloc(info.st_size + 1);
	MUST(fread(data, 1, info.st_size, file) == (size_t) info.st_size);
	fclose(file);
	/* no byte to spare, so that reading behind the end shows */
	data = realloc(data, info.st_size > 0 ? info.st_size : 1);
	fprintf(stderr, "%s\n", path);
	LLVMFuzzerTestOneInput(data, info.st_size);
	free(data);
	inputs++;
}

/* Runs the target over a file, or over all files of a folder. */
static void
run_path(const char *path)
{
	DIR		   *folder = opendir(path);
	struct dirent *entry;
	char		name[4096];

	if (folder == NULL)
	{
		run_file(path);
		return;
	}
	while ((entry = readdir(folder)) != NULL)
		if (entry->d_name[0] != '.')
		{
			snprintf(name, sizeof(name), "%s/%s", path, entry->d_name);
			run_file(name);
		}
	closedir(folder);
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		run_path(argv[i]);
	printf("%d inputs\n", inputs);
	return inputs == 0;
}
