/* Spelling systems, and ways to be read without one */
#include "name/korean/system.h"

#include "data/spelling_table.h"

/* What a spelling system or script is called */
const char *
sm_system_title(int system)
{
	if (system == SM_SYSTEM_HANJA)
		return "Hanja";
	if (system == SM_SYSTEM_KANA)
		return "Kana";
	if (system == SM_SYSTEM_SLIP)
		return "misspelt";
	return system < SM_SYSTEMS ? sm_system_titles[system] : "Hangul";
}

/* A number for the script that a spelling system is read from */
int
sm_system_script(int system)
{
	int			root = SM_ROOTS - 1;

	if (system == SM_SYSTEM_SLIP)
		return SM_ROOT_LATIN;
	if (system >= SM_SYSTEMS)
		return system;
	while (root > SM_ROOT_LATIN && !(sm_root_systems[root] >> system & 1))
		root--;
	return root;
}
