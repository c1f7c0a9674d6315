// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalogtexts.h"

#include "core/catalog/modelquery.h"
#include "core/wording/wording.h"
#include "ui/texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lightwell::catalogtexts {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Catalog)
};

struct Mode
{
    QLatin1StringView id;
    QString name;
    QString tag;
};

QList<Mode> modes()
{
    return {{"text-to-image"_L1, Text::tr("Pictures from words"), Text::tr("text")},
            {"image-edit"_L1, Text::tr("Edit pictures"), Text::tr("edit")},
            {"image-variation"_L1, Text::tr("Variations"), Text::tr("vary")},
            {"inpaint"_L1, Text::tr("Edit with a mask"), Text::tr("mask")},
            {"outpaint"_L1, Text::tr("Extend pictures"), Text::tr("extend")},
            {"upscale"_L1, Text::tr("Enlarge pictures"), Text::tr("enlarge")},
            {"vectorize"_L1, Text::tr("Pictures to SVG"), Text::tr("vector")},
            {"remove-background"_L1, Text::tr("Remove the ground"), Text::tr("cut out")}};
}

bool makes(const Model &model, ImageFormat format)
{
    return std::any_of(model.offers.cbegin(), model.offers.cend(),
                       [format](const Offer &offer) { return offer.formats.contains(format); });
}

bool isTransparent(const Model &model)
{
    return std::any_of(model.offers.cbegin(), model.offers.cend(),
                       [](const Offer &offer) { return offer.backgrounds.contains(u"transparent"_s); });
}

int maxReferences(const Model &model)
{
    int most = 0;
    for (const Offer &offer : model.offers) {
        most = std::max(most, offer.maxInputImages);
    }
    return most;
}

QString tierRange(const QList<ResolutionTier> &tiers)
{
    if (tiers.isEmpty()) {
        return {};
    }
    const auto [least, most] = std::minmax_element(tiers.cbegin(), tiers.cend());
    return *least == *most ? tierName(*least) : QString(tierName(*least) + u'–' + tierName(*most));
}

QString ratios(const QString &shapes, const QList<ResolutionTier> &tiers)
{
    const QString range = tierRange(tiers);
    return range.isEmpty() ? shapes : QString(shapes + u", "_s + range);
}

QString sizes(const SizeRule &rule)
{
    if (const auto *list = std::get_if<SizeList>(&rule)) {
        return list->sizes.size() == 1 ? texts::size(list->sizes.first())
                                       : Text::tr("%1 sizes").arg(list->sizes.size());
    }
    if (const auto *shapes = std::get_if<SizeRatios>(&rule)) {
        return ratios(Text::tr("%1 shapes").arg(shapes->ratios.size()), shapes->tiers);
    }
    if (const auto *any = std::get_if<SizeAnyRatio>(&rule)) {
        return ratios(Text::tr("shapes from %1 to %2").arg(any->least.toString(), any->most.toString()), any->tiers);
    }
    if (const auto *range = std::get_if<SizeRange>(&rule)) {
        QString text = range->maxSide > 0 ? Text::tr("%1–%2 px").arg(std::max(1, range->minSide)).arg(range->maxSide)
                                          : Text::tr("free sizes");
        if (range->multipleOf > 1) {
            text += u", ×%1"_s.arg(range->multipleOf);
        }
        if (range->maxPixels > 0) {
            text += Text::tr(", %1 MP").arg(QLocale().toString(static_cast<double>(range->maxPixels) / 1e6, 'g', 2));
        }
        return text;
    }
    return Text::tr("size is the vendor’s choice");
}

} // namespace

QString capability(const QString &mode)
{
    const QList<Mode> all = modes();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&mode](const Mode &one) { return one.id == mode; });
    return found == all.cend() ? mode : found->name;
}

QString status(const QString &status)
{
    return status == "active"_L1    ? Text::tr("Active")
        : status == "legacy"_L1     ? Text::tr("Legacy")
        : status == "deprecated"_L1 ? Text::tr("Ends soon")
        : status == "shutdown"_L1   ? Text::tr("Retired")
                                    : status;
}

QString license(const Model &model)
{
    const QString kind = licenseKind(model);
    return kind.isEmpty()          ? Text::tr("licence not known")
        : kind == "proprietary"_L1 ? Text::tr("proprietary")
                                   : model.license;
}

QString released(const QString &date)
{
    const QStringList parts = date.split(u'-');
    const int month = parts.value(1).toInt();
    return month >= 1 && month <= 12
        ? u"%1 %2"_s.arg(QLocale().standaloneMonthName(month, QLocale::LongFormat), parts.constFirst())
        : date;
}

QStringList tags(const Model &model)
{
    QStringList words;
    const QList<Mode> all = modes();
    for (const Mode &mode : all) {
        const bool can = std::any_of(model.offers.cbegin(), model.offers.cend(),
                                     [&mode](const Offer &offer) { return offerCan(offer, mode.id); });
        if (can || (model.offers.isEmpty() && model.capabilities.contains(mode.id))) {
            words.append(mode.tag);
        }
    }
    if (const int references = maxReferences(model); references > 1) {
        words.append(Text::tr("%1 refs").arg(references));
    }
    if (isTransparent(model)) {
        words.append(Text::tr("alpha"));
    }
    if (makes(model, ImageFormat::Svg)) {
        words.append(u"SVG"_s);
    }
    if (licenseKind(model) == "open"_L1) {
        words.append(Text::tr("open"));
    }
    return words;
}

QStringList takes(const Offer &offer)
{
    QStringList words {sizes(offer.sizes)};
    if (offer.maxInputImages > 0) {
        words.append(offer.maxInputImages == 1 ? Text::tr("1 picture")
                                               : Text::tr("up to %1 pictures").arg(offer.maxInputImages));
    }
    for (const auto &[field, name] : {std::pair {u"seed"_s, Text::tr("seed")},
                                      {u"negative_prompt"_s, Text::tr("negative prompt")},
                                      {u"mask"_s, Text::tr("mask")},
                                      {u"steps"_s, Text::tr("steps")},
                                      {u"guidance"_s, Text::tr("guidance")},
                                      {u"loras"_s, Text::tr("LoRAs")}}) {
        if (offer.supports(field)) {
            words.append(name);
        }
    }
    QStringList formats;
    for (const ImageFormat format : offer.formats) {
        formats.append(formatLabel(format));
    }
    words.append(formats.join(u' '));
    words.append(offer.maxPerCall > 1 ? Text::tr("%1 a call").arg(offer.maxPerCall)
                                      : Text::tr("several by parallel calls"));
    words.removeAll(QString());
    return words;
}

QString median(const OfferRecord &record)
{
    return record.made == 0 ? u"–"_s : texts::duration(record.medianMs);
}

QString success(const OfferRecord &record)
{
    const int all = record.made + record.failed;
    return all == 0 ? u"–"_s : Text::tr("%1 %").arg(qRound(100.0 * record.made / all));
}

QString measured(const OfferRecord &record)
{
    const int all = record.made + record.failed;
    if (all == 0) {
        return Text::tr("not measured yet");
    }
    const QString share = Text::tr("%1 of %2").arg(success(record)).arg(all);
    return record.made == 0 ? share : QString(median(record) + u", "_s + share);
}

QString record(const OfferRecord &record)
{
    QStringList lines;
    if (record.calls() > 0) {
        lines.append(measured(record));
    }
    if (record.made > 0) {
        lines.append(Text::tr("19 of 20 took at most %1").arg(texts::duration(record.p95Ms)));
    }
    if (record.lastErrorAt.isValid()) {
        const QString when = QLocale().toString(record.lastErrorAt.toLocalTime(), QLocale::ShortFormat);
        const QString what = record.lastError ? wording::sentenceAtWindow(*record.lastError) : QString();
        lines.append(Text::tr("Last failure, %1: %2").arg(when, what));
    }
    return lines.join(u'\n');
}

} // namespace lightwell::catalogtexts
