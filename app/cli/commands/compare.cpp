// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/compare.h"

#include "app/cli/leftovers.h"
#include "app/cli/outcome.h"
#include "app/cli/picturefiles.h"
#include "app/cli/report.h"
#include "app/cli/requestoptions.h"
#include "app/cli/spendoptions.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/journal/journal.h"
#include "core/media/codec.h"
#include "core/media/contactsheet.h"
#include "core/storage/mediastore.h"
#include "core/wording/wording.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString modelName(const Generation &generation)
{
    return generation.plan ? generation.plan->offer.model : generation.request.model;
}

QList<ContactSheetTile> tilesOf(const Generation &generation)
{
    const QString provider = generation.plan ? generation.plan->offer.provider : QString();
    QList<ContactSheetTile> tiles;
    for (const Picture &picture : generation.pictures) {
        ContactSheetTile tile;
        if (const Result<QByteArray> bytes = MediaStore::bytesOf(picture)) {
            if (Result<QImage> image = decodeImage(*bytes)) {
                tile.picture = *image;
            }
        }
        tile.lines = {modelName(generation),
                      u"%1 · %2 · %3"_s.arg(provider, sizeText(picture.size), formatLabel(picture.format)),
                      u"%1 · %2"_s.arg(durationText(generation), moneyText(generation.cost))};
        tiles.append(tile);
    }
    if (tiles.isEmpty()) {
        ContactSheetTile tile;
        tile.failed = true;
        tile.lines = {modelName(generation), generation.error ? wording::sentence(*generation.error) : QString()};
        tiles.append(tile);
    }
    return tiles;
}

/// Nothing where one of them has no name: whoever wrote that meant something else.
QStringList modelsOf(const QCommandLineParser &parser)
{
    QStringList models = parser.value(u"models"_s).split(u',');
    for (QString &model : models) {
        model = model.trimmed();
    }
    return models.contains(QString()) ? QStringList() : models;
}

} // namespace

QString CompareCommand::name() const
{
    return u"compare"_s;
}

QString CompareCommand::summary() const
{
    return tr("Put several models side by side for one prompt.");
}

void CompareCommand::declare(QCommandLineParser &parser) const
{
    declareRequestOptions(parser, false);
    declareSpendOptions(parser);
    parser.addOption({{u"o"_s, u"output"_s}, tr("The folder for the pictures and the contact sheet."), u"DIR"_s});
}

qsizetype CompareCommand::maxArguments(const QString &) const
{
    return 1;
}

void CompareCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    std::optional<Result<Request>> read = requestFromOptions(parser, terminal);
    if (!read) {
        return; // interrupt() ends it
    }
    Result<Request> &request = *read;
    const QStringList models = modelsOf(parser);
    const Result<Origin> origin = originFromOptions(parser);
    if (request && !origin) {
        terminal.message(wording::sentence(origin.error()));
        Q_EMIT finished(ExitUsage);
        return;
    }
    if (!request || models.isEmpty() || parser.value(u"output"_s).isEmpty()) {
        terminal.message(!request ? wording::sentence(request.error())
                             : models.isEmpty()
                             ? tr("Name the models with --models A,B,C. \"lightwell-cli models\" lists them.")
                             : tr("Name a folder for the pictures with -o DIR."));
        Q_EMIT finished(ExitUsage);
        return;
    }
    m_app = &app;
    m_terminal = &terminal;
    m_output = parser.value(u"output"_s);
    if (!m_output.endsWith(u'/')) {
        m_output += u'/';
    }
    m_asJson = parser.isSet(u"json"_s);
    if (const Status ready = prepareTarget(m_output); !ready.ok()) {
        terminal.error(ready.error());
        Q_EMIT finished(ExitFailed);
        return;
    }
    m_prompt = request->prompt;
    for (const QString &model : models) {
        m_columns.append({model, {}, tr("queued"), {}, {}});
    }
    m_leftovers = new Leftovers(app.engine(), terminal, this);
    m_leftovers->takeUp();
    for (qsizetype index = 0; index < m_columns.size(); ++index) {
        Request own = *request;
        own.model = m_columns.at(index).model;
        m_columns[index].running = app.engine().generate(
            own, *origin, this, [this, index](const Generation &generation) { ended(index, generation); },
            [this, index](const Progress &progress) {
                m_columns[index].progress = progressText(progress);
                showProgress();
            });
        m_leftovers->isOwn(m_columns.at(index).running);
    }
}

void CompareCommand::interrupt()
{
    if (!m_leftovers || m_leftovers->isFinishing()) {
        Q_EMIT finished(m_code);
        return;
    }
    m_terminal->message(tr("Stopping…"));
    for (const Column &column : std::as_const(m_columns)) {
        m_app->engine().cancel(column.running);
    }
}

void CompareCommand::showProgress()
{
    QStringList parts;
    for (const Column &column : std::as_const(m_columns)) {
        parts.append(column.generation ? tr("%1: done").arg(column.model) : column.progress);
    }
    m_terminal->progress(parts.join(u"   "_s));
}

void CompareCommand::ended(qsizetype index, const Generation &generation)
{
    m_columns[index].generation = generation;
    showProgress();
    for (const Column &column : std::as_const(m_columns)) {
        if (!column.generation) {
            return;
        }
    }
    whenDone(m_app->journal().writeOwed(), this, [this](const Status &written) {
        for (Column &column : m_columns) {
            noteBooking(*column.generation, written);
        }
        conclude();
    });
}

void CompareCommand::conclude()
{
    QList<ContactSheetTile> tiles;
    int code = ExitDone;
    const auto worsen = [&code](int by) { code = by == ExitDone || code == ExitFailed ? code : by; };
    for (Column &column : m_columns) {
        const Result<QStringList> files = copyPictures(*column.generation, m_output, Existing::Kept);
        if (files) {
            column.files = *files;
        } else {
            m_terminal->error(files.error());
        }
        worsen(files ? exitCodeFor(*column.generation) : ExitFailed);
        tiles += tilesOf(*column.generation);
    }
    QString sheet = QDir(m_output).absoluteFilePath(u"contact-sheet.png"_s);
    if (QFileInfo(sheet).isFile()) {
        sheet = freeName(QDir(QDir(m_output).absolutePath()), u"contact-sheet"_s, u"png"_s);
    }
    if (!QDir().mkpath(m_output) || !makeContactSheet(m_prompt, tiles).save(sheet, "PNG")) {
        m_terminal->message(tr("The contact sheet %1 cannot be written.").arg(sheet));
        sheet.clear();
        worsen(ExitFailed);
    }
    printResults(sheet);
    m_code = code;
    m_leftovers->finish([this] { Q_EMIT finished(m_code); });
}

void CompareCommand::printResults(const QString &sheet)
{
    if (m_asJson) {
        QJsonArray results;
        for (const Column &column : std::as_const(m_columns)) {
            results.append(generationReport(*column.generation, column.files));
        }
        const QJsonValue path = sheet.isEmpty() ? QJsonValue() : QJsonValue(sheet);
        m_terminal->printJson(QJsonObject {{"contact_sheet"_L1, path}, {"results"_L1, results}});
        return;
    }
    QList<QStringList> rows {{tr("MODEL"), tr("PROVIDER"), tr("ASKED"), tr("DELIVERED"), tr("FORMAT"), tr("TIME"),
                              tr("ESTIMATE"), tr("COST")}};
    for (const Column &column : std::as_const(m_columns)) {
        const Generation &generation = *column.generation;
        const bool made = !generation.pictures.isEmpty();
        rows.append({modelName(generation), askedProviderText(m_app->adapters(), generation),
                     askedSizeText(generation.request), made ? sizeText(generation.pictures.first().size) : u"–"_s,
                     made ? formatLabel(generation.pictures.first().format) : statusName(generation.status),
                     durationText(generation), moneyText(generation.estimate), costText(generation)});
    }
    m_terminal->printTable(rows, {5, 6, 7});
    for (const Column &column : std::as_const(m_columns)) {
        const QStringList texts = revisedPrompts(*column.generation);
        for (const QString &text : texts) {
            m_terminal->message(tr("%1: revised prompt: %2").arg(column.model, text));
        }
        if (column.generation->error) {
            m_terminal->message(column.model + u": "_s + wording::sentence(*column.generation->error));
        }
    }
    if (!sheet.isEmpty()) {
        m_terminal->print(tr("Contact sheet: %1").arg(sheet));
    }
}

} // namespace lightwell
