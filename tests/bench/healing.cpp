// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long damaged JSON takes to be mended, beside reading it when it is well.
#include "core/chat/responsehealing.h"
#include "core/model/boundedjson.h"
#include "tests/bench/measurement.h"

namespace lightwell::bench {

using namespace Qt::StringLiterals;

QList<Figure> measureHealing(const Setup &setup)
{
    constexpr qsizetype tenKilobytes = 10'000;
    QString text = u"```json\n{items: ["_s;
    while (text.size() < tenKilobytes) {
        text += u"{'name': 'a \"red\" fox', size: 1_024, ok: True, tags: [\"x\" \"y\",]}, "_s;
    }
    text += u"\n```"_s;
    const int rounds = setup.quick ? 5 : 200;
    const QByteArray well = heal({.text = text}).text.toUtf8();
    QList<double> mending;
    QList<double> reading;
    for (int i = 0; i < rounds; ++i) {
        mending.append(processorTime([&] { static_cast<void>(heal({.text = text})); }));
        reading.append(processorTime([&] { static_cast<void>(readJson(well, jsonlimits::own)); }));
    }
    Figure time;
    time.name = u"10 KB mended"_s;
    time.value = median(mending);
    time.unit = u"ms"_s;
    time.aim = u"under 1 ms"_s;
    Figure ratio;
    ratio.name = u"over reading it when it is well"_s;
    ratio.value = median(mending) / median(reading);
    ratio.unit = u"×"_s;
    return {time, ratio};
}

} // namespace lightwell::bench
