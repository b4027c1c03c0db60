/*
 * Images of the lists in files that all backends map
 *
 * The files are temporary ones of PostgreSQL's: in base/pgsql_tmp under a name with its prefix, so the server removes
 * them when it starts, and neither base backups nor checksums look at them.  A file's name says of which state of the
 * lists it is, and it never changes: it is written under another name, and renamed when it is complete.  So whoever
 * finds it may use it, and whoever has mapped it keeps it when it is removed.  There is nothing to recover, and a
 * standby makes its own.
 *
 * One backend at a time makes an image, under a lock of the file system, which ends with its process.  It is no lock
 * of PostgreSQL's, for these do not keep the workers of one query apart.
 */
#include "postgres.h"

#include "pg/screen/image_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "common/file_utils.h"
#include "miscadmin.h"
#include "storage/fd.h"

#define IMAGE_FOLDER "base/" PG_TEMP_FILES_DIR
#define IMAGE_PREFIX PG_TEMP_FILE_PREFIX "_sanct."
/* Bytes written at a time: a huge page of the processor */
#define PIECE_BYTES (2 * 1024 * 1024)
/* How often somebody who waits looks again */
#define LOOK_AGAIN_US 5000
/* Images that are kept beside the one just made, for whoever has not yet seen the change */
#define OLD_IMAGES_KEPT 1

/* Warns once a backend that images cannot be shared */
static void
WarnNotShared(const char *what, const char *path)
{
	static bool told = false;

	if (!told)
		ereport(WARNING,
				(errcode_for_file_access(),
				 errmsg("lists are kept for this connection alone, as file \"%s\" could not be %s: %m", path, what),
				 errhint("Make room in the data directory, and see that the server may write there.")));
	told = true;
}

/* What the names of all images of the database begin with */
static char *
NamesBegin(const ImageKey *key)
{
	return psprintf(IMAGE_PREFIX "%u.%u.", MyDatabaseId, key->extension);
}

static char *
ImagePath(const ImageKey *key)
{
	return psprintf(IMAGE_FOLDER "/%s%016llx", NamesBegin(key), (unsigned long long) key->state);
}

/* See image_file.h */
bool
SanctMapImage(MappedImage *mapped, const ImageKey *key)
{
	char	   *path = ImagePath(key);
	int			file = OpenTransientFile(path, O_RDONLY | PG_BINARY);
	struct stat status;
	void	   *memory = MAP_FAILED;
	const ImageHeader *header;
	const void *block[IMAGE_BLOCKS];

	if (file < 0)
		return false;
	if (fstat(file, &status) == 0 && status.st_size >= (off_t) sizeof(ImageHeader))
		memory = mmap(NULL, (size_t) status.st_size, PROT_READ, MAP_SHARED, file, 0);
	CloseTransientFile(file);
	if (memory == MAP_FAILED)
		return false;
#ifdef MADV_HUGEPAGE
	/* what the system has taken back comes again in huge pages too */
	(void) madvise(memory, (size_t) status.st_size, MADV_HUGEPAGE);
#endif
	header = memory;
	mapped->memory = memory;
	mapped->size = (Size) status.st_size;
	if (!SanctIsImage(header, mapped->size, key->state, key->threshold))
	{
		SanctUnmapImage(mapped);
		return false;
	}
	for (int i = 0; i < IMAGE_BLOCKS; i++)
		block[i] = (const char *) memory + header->at[i];
	SanctViewImage(&mapped->image, block);
	/* those that imports have made in vain are older than one that is in use */
	(void) utime(path, NULL);
	return true;
}

/* See image_file.h */
void
SanctUnmapImage(MappedImage *mapped)
{
	if (mapped->memory != NULL)
		munmap(mapped->memory, mapped->size);
	mapped->memory = NULL;
}

/* See image_file.h */
int
SanctLockImages(const ImageKey *key)
{
	char	   *path = psprintf(IMAGE_FOLDER "/%slock", NamesBegin(key));
	int			file;

	/* it is made for the first temporary file of a server */
	(void) MakePGDirectory(IMAGE_FOLDER);
	file = OpenTransientFile(path, O_RDWR | O_CREAT | PG_BINARY);
	if (file < 0)
	{
		WarnNotShared("opened", path);
		return -1;
	}
	while (flock(file, LOCK_EX | LOCK_NB) != 0)
	{
		if (errno != EWOULDBLOCK && errno != EINTR)
		{
			WarnNotShared("locked", path);
			CloseTransientFile(file);
			return -1;
		}
		CHECK_FOR_INTERRUPTS();
		pg_usleep(LOOK_AGAIN_US);
	}
	return file;
}

/* A file under way, and the piece of it that is to be written next */
typedef struct ImageWriter
{
	int			file;
	Size		used;
	char	   *piece;
} ImageWriter;

/* Write the piece; false: it failed, and errno says why */
static bool
WritePiece(ImageWriter *writer)
{
	Size		done = 0;

	while (done < writer->used)
	{
		ssize_t		written;

		CHECK_FOR_INTERRUPTS();
		errno = 0;
		written = write(writer->file, writer->piece + done, writer->used - done);
		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
		{
			/* a disk that is full need not say so */
			if (errno == 0)
				errno = ENOSPC;
			return false;
		}
		done += (Size) written;
	}
	writer->used = 0;
	return true;
}

/* Add bytes to the file; false as above */
static bool
WriteBytes(ImageWriter *writer, const char *data, Size size)
{
	while (size > 0)
	{
		Size		part = Min(size, PIECE_BYTES - writer->used);

		memcpy(writer->piece + writer->used, data, part);
		writer->used += part;
		data += part;
		size -= part;
		if (writer->used == PIECE_BYTES && !WritePiece(writer))
			return false;
	}
	return true;
}

/*
 * Write the blocks of an image, each where the header says.  A file system that has large pages keeps a piece in one,
 * as it is written at once and stands at a multiple of its size; so the processor finds all of it by one address, and
 * look-ups, which go everywhere in a large image, seldom miss theirs.
 */
static bool
WriteImage(int file, const ListImage *image)
{
	static const char zeros[sizeof(uint64)] = {0};
	const uint64 *at = image->header->at;
	ImageWriter writer = {.file = file, .piece = palloc(PIECE_BYTES)};
	bool		written = true;

	for (int i = 0; i < IMAGE_BLOCKS && written; i++)
	{
		Size		size = image->size[i];

		written = WriteBytes(&writer, image->block[i], size) &&
			WriteBytes(&writer, zeros, at[i + 1] - at[i] - size);
	}
	written = written && WritePiece(&writer);
	pfree(writer.piece);
	return written;
}

/* An image that is there */
typedef struct OldImage
{
	char	   *path;
	time_t		made;
} OldImage;

static int
CompareMade(const void *a, const void *b)
{
	const OldImage *x = a;
	const OldImage *y = b;

	return x->made > y->made ? -1 : x->made < y->made;
}

/*
 * Take away old images of the database, and what was left half written, but the newest of them and the one that has
 * just been made: whoever calls has the lock
 */
static void
RemoveOldImages(const ImageKey *key, const char *made)
{
	char	   *begin = NamesBegin(key);
	char	   *lock = psprintf(IMAGE_FOLDER "/%slock", begin);
	OldImage	old[64];
	int			count = 0;
	DIR		   *folder = AllocateDir(IMAGE_FOLDER);
	struct dirent *file;

	while (count < lengthof(old) && (file = ReadDirExtended(folder, IMAGE_FOLDER, DEBUG1)) != NULL)
	{
		struct stat status;

		if (strncmp(file->d_name, begin, strlen(begin)) != 0)
			continue;
		old[count].path = psprintf(IMAGE_FOLDER "/%s", file->d_name);
		if (strcmp(old[count].path, made) != 0 && strcmp(old[count].path, lock) != 0 &&
			stat(old[count].path, &status) == 0)
			old[count++].made = status.st_mtime;
	}
	FreeDir(folder);
	qsort(old, count, sizeof(OldImage), CompareMade);
	for (int i = OLD_IMAGES_KEPT; i < count; i++)
		(void) unlink(old[i].path);
}

/* See image_file.h */
bool
SanctStoreImage(const ListImage *image, const ImageKey *key)
{
	char	   *path = ImagePath(key);
	char	   *under_way = psprintf("%s.part", path);
	int			file = OpenTransientFile(under_way, O_RDWR | O_CREAT | O_TRUNC | PG_BINARY);
	bool		written;

	if (file < 0)
	{
		WarnNotShared("created", under_way);
		return false;
	}
	written = WriteImage(file, image);
	if (!written)
		WarnNotShared("written", under_way);
	if (CloseTransientFile(file) != 0 && written)
	{
		WarnNotShared("closed", under_way);
		written = false;
	}
	if (written && rename(under_way, path) != 0)
	{
		WarnNotShared("renamed", under_way);
		written = false;
	}
	if (!written)
		(void) unlink(under_way);
	else
		RemoveOldImages(key, path);
	return written;
}
