/* What codes of programmes mean that lists give their entries */
#ifndef SM_LIST_PROGRAM_TABLE_H
#define SM_LIST_PROGRAM_TABLE_H

typedef struct SmListProgram
{
	const char *lists;			/* how the keys of the publisher's lists begin */
	const char *code;
	const char *meaning;
} SmListProgram;

extern const SmListProgram sm_list_programs[];
extern const int sm_list_program_count;

#endif
