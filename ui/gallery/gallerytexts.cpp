// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerytexts.h"

#include "ui/compare/emulationtext.h"
#include "ui/compare/loratext.h"
#include "ui/texts.h"

#include <QCoreApplication>
#include <QLocale>

namespace lightwell::gallerytexts {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GalleryTexts)
};

QString tuningText(const Tuning &tuning, const QString &name)
{
    const QJsonValue value = tuning.value(name);
    return value.isArray() ? lorasToText(tuning.loras)
        : value.isBool()   ? (value.toBool() ? Text::tr("on") : Text::tr("off"))
                           : value.toVariant().toString();
}

} // namespace

QString provider(const LibraryDetails &details, const QString &name)
{
    const qint64 took = details.endedAt.isValid() ? details.entry.createdAt.msecsTo(details.endedAt) : 0;
    return took > 0 && !name.isEmpty() ? Text::tr("%1, %2").arg(name, texts::duration(took)) : name;
}

QString bytes(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString file(const Picture &picture)
{
    return Text::tr("%1, %2 %3").arg(texts::size(picture.size), formatLabel(picture.format), bytes(picture.bytes));
}

QString seed(const LibraryDetails &details)
{
    const std::optional<qint64> seed = details.seed();
    return seed ? QString::number(*seed) : QString();
}

QString settings(const Request &request)
{
    QStringList said;
    const auto add = [&said](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            said.append(Text::tr("%1: %2").arg(name, value));
        }
    };
    add(parameterLabel(u"quality"_s), request.quality);
    add(parameterLabel(u"style"_s), request.style);
    add(parameterLabel(u"background"_s), request.background);
    add(parameterLabel(u"output_format"_s), request.format ? formatLabel(*request.format) : QString());
    for (const QString &name : Tuning::names()) {
        add(parameterLabel(name), tuningText(request.tuning, name));
    }
    add(Text::tr("Reference pictures"), request.images.isEmpty() ? QString() : QString::number(request.images.size()));
    if (request.mask) {
        said.append(Text::tr("with a mask"));
    }
    return said.join(u", "_s);
}

QString cost(const LibraryDetails &details)
{
    const Money cost = details.entry.cost;
    const Money estimate = details.estimate.isKnown() && details.siblings > 0
        ? Money::fromMicros(details.estimate.micros() / details.siblings)
        : Money();
    const QString spent = texts::spent(cost);
    return estimate.isKnown() && cost.isKnown() && cost != Money::zero()
        ? Text::tr("%1, estimated %2").arg(spent, texts::one(estimate))
        : spent;
}

QString exactCost(const LibraryDetails &details)
{
    return details.entry.cost.isKnown() ? details.entry.cost.toString() : QString();
}

QString made(const LibraryEntry &entry)
{
    const QDateTime made = entry.createdAt.toLocalTime();
    const QString at = Text::tr("%1, %2").arg(day(made.date()), QLocale().toString(made.time(), QLocale::ShortFormat));
    switch (entry.origin) {
    case Origin::Kind::CommandLine:
        return Text::tr("%1, command line").arg(at);
    case Origin::Kind::Gateway:
        return Text::tr("%1, gateway").arg(at);
    case Origin::Kind::Window:
        break;
    }
    return at;
}

QString day(QDate day)
{
    return QLocale().toString(day, Text::tr("d MMMM yyyy"));
}

Generation asGeneration(const LibraryEntry &entry)
{
    Generation generation;
    generation.id = entry.generation;
    generation.request.prompt = entry.prompt;
    generation.request.model = entry.model;
    generation.request.seed = entry.picture.seed;
    generation.createdAt = entry.createdAt;
    generation.pictures = {entry.picture};
    return generation;
}

} // namespace lightwell::gallerytexts
