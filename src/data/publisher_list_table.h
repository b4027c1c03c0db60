/* Lists that publishers publish */
#ifndef SM_PUBLISHER_LIST_TABLE_H
#define SM_PUBLISHER_LIST_TABLE_H

typedef struct SmPublisherList
{
	const char *key;
	const char *title;
	const char *publisher;
} SmPublisherList;

extern const SmPublisherList sm_publisher_lists[];
extern const int sm_publisher_list_count;

#endif
