/* Spelling systems, and ways to be read without one */
#ifndef SM_KOREAN_SYSTEM_H
#define SM_KOREAN_SYSTEM_H

extern const char *sm_system_title(int system);
extern int	sm_system_script(int system);

#endif
