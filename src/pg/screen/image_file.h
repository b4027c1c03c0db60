#ifndef SANCT_SCREEN_IMAGE_FILE_H
#define SANCT_SCREEN_IMAGE_FILE_H

/* Images of the lists in files that all backends map */

#include "pg/screen/list_image.h"

/* Whose image, and of which state of the lists */
typedef struct ImageKey
{
	Oid			extension;
	uint64		state;
	int			threshold;
} ImageKey;

/* A file that is mapped */
typedef struct MappedImage
{
	ListImage	image;
	void	   *memory;
	Size		size;
} MappedImage;

/* Map the image of that key; false if there is none, or none that this server can read */
extern bool SanctMapImage(MappedImage *mapped, const ImageKey *key);

/* Unmap it */
extern void SanctUnmapImage(MappedImage *mapped);

/*
 * Wait until nobody else makes an image of the lists of the database; the file descriptor that is returned is to be
 * closed by CloseTransientFile, and is so at the end of the transaction.  -1: images cannot be shared here, which has
 * been told by a WARNING.
 */
extern int	SanctLockImages(const ImageKey *key);

/* Write an image for all to map, and take away old ones; false with a WARNING if that cannot be done */
extern bool SanctStoreImage(const ListImage *image, const ImageKey *key);

#endif
