// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measurement.h"

namespace lightwell::bench {

using namespace Qt::StringLiterals;

const QList<Measurement> &allMeasurements()
{
    static const QList<Measurement> all = {
        {u"gateway"_s, u"time and memory the gateway adds to a vendor's answer"_s, measureGateway},
        {u"calls"_s, u"calls a second through the gateway"_s, measureCalls},
        {u"dialects"_s, u"time that each dialect adds to the same answer"_s, measureDialects},
        {u"streams"_s, u"text that streams through the gateway, many streams, and idle connections"_s, measureStreams},
        {u"instructions"_s, u"instructions of a small paid call, counted by valgrind"_s, measureInstructions},
        {u"tls"_s, u"time of a call to a vendor over TLS, 50 ms away"_s, measureTls},
        {u"rest"_s, u"memory of lightwell-cli serve at rest"_s, measureRest},
        {u"encode"_s, u"time and bytes of each format, beside sharp at equal SSIM"_s, measureEncode},
        {u"export"_s, u"a hundred pictures exported at once"_s, measureExport},
        {u"catalog"_s, u"reading the catalog, and searching one of 5,000 models"_s, measureCatalog},
        {u"ledger"_s, u"reading a ledger of 100,000 entries, as the Budgets page does"_s, measureLedger},
        {u"healing"_s, u"mending 10 KB of JSON that a language model wrote"_s, measureHealing},
        {u"start"_s, u"start of the window until it can be used"_s, measureStart},
    };
    return all;
}

} // namespace lightwell::bench
