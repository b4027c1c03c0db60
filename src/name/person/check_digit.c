/* Check digits of numbers whose standards have some; figures and capitals alone, of the length of the standard */
#include "name/person/check_digit.h"

#include "data/country_table.h"
#include "name/person/country.h"

/* Sum of the first six of seven figures by their weights */
static int
WeightedSum(const char *figures, const int *weights)
{
	int			sum = 0;

	for (int i = 0; i < 6; i++)
		sum += (figures[i] - '0') * weights[i];
	return sum;
}

/* Ships: IMO Resolution A.1117(30): 7, 6 … 2 times the figures, the last figure of the sum */
bool
sm_is_imo_ship(const char *figures)
{
	static const int weights[] = {7, 6, 5, 4, 3, 2};

	return WeightedSum(figures, weights) % 10 == figures[6] - '0';
}

/*
 * Companies and owners: IMO Circular Letter 2554: 8, 6, 4, 2, 9, 7 times the figures; 11 less the rest by 11, its
 * last figure
 */
bool
sm_is_imo_company(const char *figures)
{
	static const int weights[] = {8, 6, 4, 2, 9, 7};

	return (11 - WeightedSum(figures, weights) % 11) % 10 == figures[6] - '0';
}

/* The value of a letter or figure: A = 10 */
static int
ValueOf(char c)
{
	return c >= 'A' ? c - 'A' + 10 : c - '0';
}

/* Legal Entity Identifier: ISO 17442, ISO 7064 MOD 97-10 over 20 characters */
bool
sm_is_lei(const char *code)
{
	int			rest = 0;

	for (int i = 0; i < 20; i++)
	{
		int			value = ValueOf(code[i]);

		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest == 1;
}

/* ISIN: ISO 6166, two letters of a country and Luhn's check over the figures of 12 characters */
bool
sm_is_isin(const char *code)
{
	int			figures[24];
	int			n = 0;
	int			sum = 0;

	if (code[0] < 'A' || code[1] < 'A' || code[11] > '9')
		return false;
	for (int i = 0; i < 12; i++)
	{
		int			value = ValueOf(code[i]);

		if (value > 9)
			figures[n++] = value / 10;
		figures[n++] = value % 10;
	}
	for (int i = n - 1, twice = 0; i >= 0; i--, twice = !twice)
	{
		int			value = figures[i] * (twice ? 2 : 1);

		sum += value / 10 + value % 10;
	}
	return sum % 10 == 0;
}

/* BIC: ISO 9362, four letters, a country's two, two characters more */
bool
sm_is_bic(const char *code)
{
	for (int i = 0; i < 6; i++)
		if (code[i] < 'A')
			return false;
	return sm_country_find(code + 4, 2) == SM_COUNTRY(code[4], code[5]);
}
