/*
 * stub_error.c: errors that leave by a jump, and the texts they carry
 */
#include "harness.h"

#include <stdarg.h>

#include "miscadmin.h"
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#endif

#undef vasprintf

#define SAID_MAX 10000

/* Errors within an error's own context functions */
#define DEPTH_MAX 4

ErrorContextCallback *error_context_stack = NULL;
sigjmp_buf *PG_exception_stack = NULL;
volatile sig_atomic_t InterruptPending = false;

/* What is being said, and what was said last */
static ErrorData stack[DEPTH_MAX];
static int	depth = -1;
static char said[SAID_MAX];
static int	sqlstate;
static bool has_said;

/* Where the stack of the run begins, and how much of it a recursion may take */
static char *stack_base;
#define STACK_MAX (512 * 1024)

const char *
stub_said(void)
{
	return has_said ? said : NULL;
}

int
stub_sqlstate(void)
{
	return sqlstate;
}

/* Frees the texts of an error */
static void
FreeTexts(ErrorData *error)
{
	free(error->message);
	free(error->detail);
	free(error->hint);
	free(error->context);
	memset(error, 0, sizeof(*error));
}

void
FlushErrorState(void)
{
	for (; depth >= 0; depth--)
		FreeTexts(&stack[depth]);
}

void
stub_reset_errors(void)
{
	FlushErrorState();
	error_context_stack = NULL;
	PG_exception_stack = NULL;
}

bool
stub_run(void (*run) (void *arg), void *arg)
{
	sigjmp_buf	here;
	volatile bool ended = false;

	has_said = false;
	sqlstate = 0;
	stack_base = __builtin_frame_address(0);
	if (sigsetjmp(here, 0) == 0)
	{
		PG_exception_stack = &here;
		run(arg);
		ended = true;
		Demand(error_context_stack == NULL, "the error context is taken back");
	}
	else
		Demand(sqlstate != ERRCODE_INTERNAL_ERROR, "no input is an internal error");
	stub_reset_errors();
	return ended;
}

bool
errstart(int elevel, const char *domain)
{
	Demand(depth < DEPTH_MAX - 1, "errors end");
	depth++;
	memset(&stack[depth], 0, sizeof(ErrorData));
	stack[depth].elevel = elevel;
	stack[depth].sqlerrcode = elevel >= ERROR ? ERRCODE_INTERNAL_ERROR : ERRCODE_WARNING;
	stack[depth].saved_errno = errno;
	return true;
}

bool
errstart_cold(int elevel, const char *domain)
{
	return errstart(elevel, domain);
}

/* Ends what has been said at the top of the stack, without leaving */
static void
Say(void)
{
	ErrorData  *error = &stack[depth];

	for (ErrorContextCallback *context = error_context_stack; context; context = context->previous)
		context->callback(context->arg);
	stub_demand_text(error->message, "a message is text");
	stub_demand_text(error->detail, "a detail is text");
	stub_demand_text(error->hint, "a hint is text");
	stub_demand_text(error->context, "a context is text");
	snprintf(said, sizeof(said), "%s|%s|%s", error->message ? error->message : "",
			 error->detail ? error->detail : "", error->context ? error->context : "");
	sqlstate = error->sqlerrcode;
	has_said = true;
}

void
errfinish(const char *filename, int lineno, const char *funcname)
{
	Say();
	if (stack[depth].elevel >= ERROR)
		pg_re_throw();
	FreeTexts(&stack[depth--]);
}

void
pg_re_throw(void)
{
	Demand(PG_exception_stack != NULL, "somebody catches an error");
	siglongjmp(*PG_exception_stack, 1);
}

ErrorData *
CopyErrorData(void)
{
	ErrorData  *copy = palloc(sizeof(ErrorData));

	*copy = stack[depth];
	copy->message = copy->message ? pstrdup(copy->message) : NULL;
	copy->detail = copy->detail ? pstrdup(copy->detail) : NULL;
	copy->hint = copy->hint ? pstrdup(copy->hint) : NULL;
	copy->context = copy->context ? pstrdup(copy->context) : NULL;
	return copy;
}

void
ReThrowError(ErrorData *error)
{
	errstart(error->elevel, NULL);
	stack[depth].sqlerrcode = error->sqlerrcode;
	stack[depth].message = error->message ? strdup(error->message) : NULL;
	stack[depth].detail = error->detail ? strdup(error->detail) : NULL;
	Say();
	pg_re_throw();
}

#if PG_VERSION_NUM >= 160000
bool
errsave_start(struct Node *context, const char *domain)
{
	return errstart(ERROR, domain);
}

void
errsave_finish(struct Node *context, const char *filename, int lineno, const char *funcname)
{
	errfinish(filename, lineno, funcname);
}
#endif

int
errcode(int code)
{
	stack[depth].sqlerrcode = code;
	return 0;
}

int
errcode_for_file_access(void)
{
	return errcode(ERRCODE_IO_ERROR);
}

int
set_errcontext_domain(const char *domain)
{
	return 0;
}

/* Writes one of the texts */
static int
WriteText(char **text, const char *format, va_list args)
{
	free(*text);
	errno = stack[depth].saved_errno;
	Demand(vasprintf(text, format, args) >= 0, "memory");
	return 0;
}

#define WRITER(name, field) \
int \
name(const char *format,...) \
{ \
	va_list		args; \
\
	va_start(args, format); \
	WriteText(&stack[depth].field, format, args); \
	va_end(args); \
	return 0; \
}

WRITER(errmsg, message)
WRITER(errmsg_internal, message)
WRITER(errdetail, detail)
WRITER(errdetail_internal, detail)
WRITER(errhint, hint)
WRITER(errcontext_msg, context)

#define PLURAL_WRITER(name, field) \
int \
name(const char *one, const char *many, unsigned long n,...) \
{ \
	va_list		args; \
\
	va_start(args, n); \
	WriteText(&stack[depth].field, n == 1 ? one : many, args); \
	va_end(args); \
	return 0; \
}

PLURAL_WRITER(errmsg_plural, message)
PLURAL_WRITER(errdetail_plural, detail)

void
ProcessInterrupts(void)
{
}

/* The frames of a build with a sanitizer are larger than others; what matters is that there is an end */
void
check_stack_depth(void)
{
	char	   *here = __builtin_frame_address(0);

	if (stack_base - here > STACK_MAX)
		ereport(ERROR, (errcode(ERRCODE_STATEMENT_TOO_COMPLEX), errmsg("stack depth limit exceeded")));
}
