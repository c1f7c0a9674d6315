// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exporting.h"

#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "core/export/exportcheck.h"
#include "core/model/sizerule.h"
#include "core/wording/wording.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

Error wrong(const QString &option, const QString &message)
{
    return notSent(ErrorKind::Invalid, message, option);
}

Result<int> numberFrom(const QCommandLineParser &parser, const QString &option)
{
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    return isNumber ? Result<int>(number) : wrong(option, Text::tr("--%1 is a whole number.").arg(option));
}

std::optional<ResizeFit> resizeFitFrom(const QString &name)
{
    static const QHash<QString, ResizeFit> fits {{u"inside"_s, ResizeFit::Inside},
                                                 {u"crop"_s, ResizeFit::Crop},
                                                 {u"contain"_s, ResizeFit::Contain},
                                                 {u"stretch"_s, ResizeFit::Stretch}};
    const auto fit = fits.find(name.toLower());
    return fit == fits.end() ? std::nullopt : std::optional(*fit);
}

Status readQuality(const QCommandLineParser &parser, ExportOptions &options)
{
    using By = ExportOptions::Quality;
    if (parser.isSet(u"quality"_s)) {
        const Result<int> quality = numberFrom(parser, u"quality"_s);
        if (!quality) {
            return quality.error();
        }
        options.quality = *quality;
    }
    options.tuning.isLossless = parser.isSet(u"lossless"_s);
    if (parser.isSet(u"max-bytes"_s) && parser.isSet(u"visually-lossless"_s)) {
        return wrong(u"max-bytes"_s, Text::tr("Give either --max-bytes or --visually-lossless."));
    }
    if (parser.isSet(u"visually-lossless"_s)) {
        options.by = By::VisuallyLossless;
    }
    if (parser.isSet(u"max-bytes"_s)) {
        const Result<int> bytes = numberFrom(parser, u"max-bytes"_s);
        if (!bytes) {
            return bytes.error();
        }
        options.by = By::ForBytes;
        options.maxBytes = *bytes;
    }
    return Success();
}

Status readTuning(const QCommandLineParser &parser, EncodeTuning &tuning)
{
    if (parser.isSet(u"effort"_s)) {
        const Result<int> effort = numberFrom(parser, u"effort"_s);
        if (!effort) {
            return effort.error();
        }
        tuning.effort = *effort;
    }
    if (parser.isSet(u"chroma"_s)) {
        tuning.chroma = chromaFromName(parser.value(u"chroma"_s));
        if (!tuning.chroma) {
            return wrong(u"chroma"_s, Text::tr("--chroma is 420, 422 or 444."));
        }
    }
    if (parser.isSet(u"colors"_s)) {
        const Result<int> colors = numberFrom(parser, u"colors"_s);
        if (!colors) {
            return colors.error();
        }
        tuning.colors = *colors;
    }
    const QString dither = parser.value(u"dither"_s).toLower();
    if (parser.isSet(u"dither"_s) && dither != "on"_L1 && dither != "off"_L1) {
        return wrong(u"dither"_s, Text::tr("--dither is on or off."));
    }
    tuning.dither = dither != "off"_L1;
    tuning.isProgressive = parser.isSet(u"progressive"_s);
    return Success();
}

Status readSize(const QCommandLineParser &parser, ExportOptions &options)
{
    options.mayEnlarge = !parser.isSet(u"never-enlarge"_s);
    if (!parser.isSet(u"resize"_s)) {
        return parser.isSet(u"fit"_s) || !options.mayEnlarge
            ? Status(wrong(u"resize"_s, Text::tr("--fit and --never-enlarge need --resize.")))
            : Success();
    }
    const std::optional<QSize> size = sizeFromString(parser.value(u"resize"_s));
    if (!size) {
        return wrong(u"resize"_s, Text::tr("--resize is a size in pixels such as 1600x1600."));
    }
    options.resize = *size;
    if (parser.isSet(u"fit"_s)) {
        const std::optional<ResizeFit> fit = resizeFitFrom(parser.value(u"fit"_s));
        if (!fit) {
            return wrong(u"fit"_s, Text::tr("--fit is inside, crop, contain or stretch."));
        }
        options.fit = *fit;
    }
    return Success();
}

/// On a contact sheet.
QStringList captionOf(const ExportFacts &facts)
{
    QStringList details {facts.provider, sizeText(facts.size),
                         facts.seed ? Text::tr("seed %1").arg(*facts.seed) : QString()};
    details.removeAll(QString());
    return {facts.model.isEmpty() ? facts.name : facts.model, details.join(u" · "_s)};
}

QJsonObject outcomeReport(const ExportOutcome &outcome)
{
    using State = ExportOutcome::State;
    QJsonObject report {{"file"_L1, outcome.file},
                        {"status"_L1,
                         outcome.state == State::Done         ? u"done"_s
                             : outcome.state == State::Failed ? u"failed"_s
                                                              : u"skipped"_s}};
    if (outcome.state == State::Done) {
        report.insert("output"_L1, outcome.target);
        if (!outcome.isPart) {
            report.insert("bytes"_L1, outcome.bytes);
        }
        report.insert("lost_frames"_L1, outcome.lostFrames);
        report.insert("width"_L1, outcome.size.width());
        report.insert("height"_L1, outcome.size.height());
        report.insert("lost_credentials"_L1, outcome.lostCredentials);
        report.insert("quality"_L1, outcome.quality ? QJsonValue(*outcome.quality) : QJsonValue());
    }
    if (outcome.error) {
        report.insert("error"_L1, wording::toldJson(*outcome.error));
    }
    return report;
}

/// Yields the exit code.
int tellOutcomes(const QList<ExportOutcome> &outcomes, bool asJson, Terminal &terminal)
{
    using State = ExportOutcome::State;
    QJsonArray report;
    QList<QStringList> rows {{Text::tr("FILE"), Text::tr("PIXELS"), Text::tr("BYTES"), Text::tr("QUALITY")}};
    qsizetype done = 0;
    for (const ExportOutcome &outcome : outcomes) {
        report.append(outcomeReport(outcome));
        if (outcome.state == State::Done) {
            ++done;
            if (outcome.lostFrames) {
                terminal.message(Text::tr("%1 is an animation: only its first picture was taken.").arg(outcome.file));
            }
            if (!outcome.isPart) {
                rows.append({outcome.target, sizeText(outcome.size), QString::number(outcome.bytes),
                             outcome.quality ? QString::number(*outcome.quality) : u"–"_s});
            }
            if (outcome.lostCredentials) {
                terminal.message(
                    Text::tr("%1: its content credentials (C2PA) stay behind; a changed file cannot keep them.")
                        .arg(outcome.file));
            }
        } else if (outcome.isTaken) {
            terminal.message(Text::tr("%1: skipped, a file of its name is there.").arg(outcome.file));
        } else if (outcome.error) {
            terminal.message(Text::tr("%1: %2").arg(outcome.file, wording::sentence(*outcome.error)));
        }
    }
    if (asJson) {
        terminal.printJson(report);
    } else if (done > 0) {
        terminal.printTable(rows, {1, 2, 3});
    }
    if (done < outcomes.size()) {
        terminal.message(Text::tr("%1 of %2 were exported.").arg(done).arg(outcomes.size()));
    }
    const bool isAsWished = std::all_of(outcomes.begin(), outcomes.end(), [](const ExportOutcome &outcome) {
        return outcome.state == State::Done || outcome.isTaken;
    });
    return isAsWished ? 0 : 1;
}

} // namespace

void declareExportOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"format"_s, Text::tr("png, jpeg, webp, avif, gif, jxl, tiff or heif."), u"FORMAT"_s},
        {u"quality"_s, Text::tr("0 to 100; 85 by default."), u"N"_s},
        {u"lossless"_s, Text::tr("Every pixel the same: webp, avif, jxl.")},
        {u"max-bytes"_s, Text::tr("The best quality with which it takes no more."), u"N"_s},
        {u"visually-lossless"_s, Text::tr("The lowest quality at which nobody sees a difference.")},
        {u"effort"_s, Text::tr("1 (fastest) to 9 (smallest): png, webp, avif, jxl, heif."), u"N"_s},
        {u"chroma"_s, Text::tr("How finely colour is kept: 420, 422 or 444: jpeg, avif, heif."), u"HOW"_s},
        {u"progressive"_s, Text::tr("The whole picture is seen at once and grows finer as it arrives: jpeg.")},
        {u"colors"_s, Text::tr("2 to 256 colours: gif."), u"N"_s},
        {u"dither"_s, Text::tr("on (the default) or off: gif."), u"HOW"_s},
        {u"animate"_s, Text::tr("All pictures in one file that shows each for so many milliseconds: png, gif, webp."),
         u"DELAYMS"_s},
        {u"contact-sheet"_s, Text::tr("All pictures on one page, with their model, provider, pixels and seed.")},
        {u"title"_s, Text::tr("Over a contact sheet; the prompt by default, where all have the same."), u"TEXT"_s},
        {u"resize"_s, Text::tr("Other pixels, such as 1600x1600."), u"SIZE"_s},
        {u"fit"_s, Text::tr("inside (the default) that size, or exactly its pixels by crop, contain or stretch."),
         u"HOW"_s},
        {u"never-enlarge"_s, Text::tr("What is smaller stays as it is.")},
        {u"matte"_s, Text::tr("The colour behind what is transparent, such as #ffffff."), u"COLOUR"_s},
        {u"name"_s,
         Text::tr("What the files are called: {name}, {date}, {time}, {prompt}, {model}, {provider}, {seed}, {size}, "
                  "{n}; {name} by default, and {date}_{prompt}_{n} for what the gallery finds."),
         u"TEMPLATE"_s},
        {u"no-metadata"_s, Text::tr("Leave out how and when it was made: --no-recipe and --no-date.")},
        {u"no-recipe"_s, Text::tr("Leave out prompt, model, seed and settings.")},
        {u"no-date"_s, Text::tr("Leave out when it was made.")},
        {u"no-ai-label"_s,
         Text::tr(
             "Leave out IPTC's words for pictures that AI made. China's label always stays, and the place is always "
             "taken out.")},
        {u"skip-existing"_s, Text::tr("Leave out pictures whose file is there already.")},
        {u"force"_s,
         Text::tr("Replace files of the same name, but none that this export reads or wrote; else they stay, and the "
                  "new ones get a number.")},
        {{u"o"_s, u"output"_s}, Text::tr("The folder they go to."), u"DIR"_s},
    });
}

Result<ExportJob> exportJobFrom(const QCommandLineParser &parser, const QStringList &files)
{
    ExportJob job;
    job.files = files;
    job.folder = QDir::cleanPath(parser.value(u"output"_s));
    if (parser.value(u"output"_s).isEmpty()) {
        return wrong(u"output"_s, Text::tr("Say where they go: -o DIR."));
    }
    const std::optional<ImageFormat> format = formatFromName(parser.value(u"format"_s));
    if (!format) {
        return wrong(u"format"_s, Text::tr("--format is png, jpeg, webp, avif, gif, jxl, tiff or heif."));
    }
    ExportOptions &options = job.options;
    options.format = *format;
    for (const Status &read :
         {readQuality(parser, options), readTuning(parser, options.tuning), readSize(parser, options)}) {
        if (!read) {
            return read.error();
        }
    }
    if (parser.isSet(u"animate"_s)) {
        const Result<int> delay = numberFrom(parser, u"animate"_s);
        if (!delay) {
            return delay.error();
        }
        options.delay = std::max(*delay, 1); // 0 is none
    }
    options.isSheet = parser.isSet(u"contact-sheet"_s);
    if (parser.isSet(u"title"_s) && !options.isSheet) {
        return wrong(u"title"_s, Text::tr("--title needs --contact-sheet."));
    }
    job.title = parser.value(u"title"_s);
    job.caption = captionOf;
    if (parser.isSet(u"matte"_s)) {
        options.matte = QColor(parser.value(u"matte"_s));
        if (!options.matte.isValid() || options.matte.alpha() != 255) {
            return wrong(u"matte"_s, Text::tr("--matte is a colour such as #ffffff."));
        }
    }
    const bool isBare = parser.isSet(u"no-metadata"_s);
    options.writesRecipe = !isBare && !parser.isSet(u"no-recipe"_s);
    options.writesDate = !isBare && !parser.isSet(u"no-date"_s);
    options.writesLabel = !parser.isSet(u"no-ai-label"_s);
    if (parser.isSet(u"force"_s) && parser.isSet(u"skip-existing"_s)) {
        return wrong(u"skip-existing"_s, Text::tr("Give either --force or --skip-existing."));
    }
    job.existing = parser.isSet(u"force"_s) ? ExportExisting::Replaced
        : parser.isSet(u"skip-existing"_s)  ? ExportExisting::Skipped
                                            : ExportExisting::Kept;
    if (parser.isSet(u"name"_s)) {
        job.name = parser.value(u"name"_s);
    }
    for (const Status &good : {checkExport(options), checkExportName(job.name)}) {
        if (!good) {
            return good.error();
        }
    }
    return job;
}

ExportBatch *startExport(const ExportJob &job, bool asJson, Terminal &terminal, QObject *parent,
                         std::function<void(int)> then)
{
    auto *batch = new ExportBatch(job, parent);
    QObject::connect(batch, &ExportBatch::progressed, parent,
                     [&terminal](int done, int all) { terminal.progress(Text::tr("%1 of %2").arg(done).arg(all)); });
    QObject::connect(batch, &ExportBatch::ended, parent,
                     [&terminal, asJson, then = std::move(then)](const QList<ExportOutcome> &outcomes) {
                         terminal.endProgress();
                         then(tellOutcomes(outcomes, asJson, terminal));
                     });
    batch->start();
    return batch;
}

} // namespace lightwell
