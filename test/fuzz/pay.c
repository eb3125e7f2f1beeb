/*
 * pay.c
 *		Fuzz target: the text form of posting_pay (src/pg/pay/pay_text.c, which
 *		needs PostgreSQL's headers but no server).
 *
 * What is read is a value, and its text reads as the same value again.
 */
#include "postgres.h"

#include "pg/pay/pay.h"

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(holds) \
	((holds) ? (void) 0 : \
	 (fprintf(stderr, "%s:%d: must hold: %s\n", __FILE__, __LINE__, #holds), abort()))

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = malloc(size + 1);
	char		again[PAY_TEXT_SIZE];
	PayDatum	pay;
	PayDatum	copy;
	const char *error = NULL;

	memcpy(text, data, size);
	text[size] = '\0';
	if (posting_pay_parse(text, &pay, &error))
	{
		MUST(posting_pay_is_valid(&pay));
		MUST(posting_pay_format(&pay, again) < PAY_TEXT_SIZE);
		MUST(posting_pay_parse(again, &copy, &error));
		MUST(memcmp(&pay, &copy, sizeof(pay)) == 0);
		MUST(posting_pay_compare(&pay, &copy) == 0);
	}
	free(text);
	return 0;
}
