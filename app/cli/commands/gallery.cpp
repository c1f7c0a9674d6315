// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/gallery.h"

#include "app/cli/exporting.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/library/keptrecipe.h"
#include "core/library/searchwords.h"
#include "core/wording/wording.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype argumentLimit = 10'000;
constexpr qsizetype shownDigits = 12; // of an id
constexpr qsizetype shownLetters = 60; // of a prompt

bool isExport(const QString &action)
{
    return action == "export"_L1;
}

bool isSearch(const QString &action)
{
    return action == "search"_L1 || action.isEmpty() || isExport(action);
}

bool isSearchOption(const QString &option)
{
    return QStringList {u"model"_s, u"provider"_s, u"tag"_s, u"project"_s, u"starred"_s, u"hidden"_s, u"limit"_s}
        .contains(option);
}

bool isChange(const QString &action)
{
    return QStringList {u"star"_s, u"unstar"_s, u"hide"_s, u"unhide"_s, u"tag"_s, u"untag"_s}.contains(action);
}

bool isAboutTag(const QString &action)
{
    return action == "tag"_L1 || action == "untag"_L1;
}

QJsonObject entryReport(const LibraryEntry &entry)
{
    const Picture &picture = entry.picture;
    QJsonObject report {{"id"_L1, picture.id},
                        {"file"_L1, picture.path},
                        {"prompt"_L1, entry.prompt},
                        {"model"_L1, entry.model},
                        {"provider"_L1, entry.provider},
                        {"created_at"_L1, entry.createdAt.toString(Qt::ISODateWithMs)},
                        {"cost"_L1, entry.cost.toJsonDollars()},
                        {"request"_L1, entry.generation},
                        {"width"_L1, picture.size.width()},
                        {"height"_L1, picture.size.height()},
                        {"format"_L1, formatName(picture.format)},
                        {"bytes"_L1, picture.bytes},
                        {"project"_L1, entry.project},
                        {"client"_L1, entry.client},
                        {"starred"_L1, entry.isStarred},
                        {"hidden"_L1, entry.isHidden},
                        {"tags"_L1, QJsonArray::fromStringList(entry.tags)}};
    if (!picture.revisedPrompt.isEmpty()) {
        report.insert("revised_prompt"_L1, picture.revisedPrompt);
    }
    if (picture.seed) {
        report.insert("seed"_L1, QString::number(*picture.seed)); // beyond what a double holds
    }
    return report;
}

/// As one line, as far as there is room.
QString shortened(const QString &prompt)
{
    const QString line = prompt.simplified();
    return line.size() > shownLetters ? line.first(shownLetters - 1) + u'…' : line;
}

QString marksText(const LibraryEntry &entry)
{
    QStringList marks;
    if (entry.isStarred) {
        marks.append(GalleryCommand::tr("starred"));
    }
    if (entry.isHidden) {
        marks.append(GalleryCommand::tr("hidden"));
    }
    return (marks + entry.tags).join(u", "_s);
}

} // namespace

QString GalleryCommand::name() const
{
    return u"gallery"_s;
}

QString GalleryCommand::summary() const
{
    return tr("Find pictures that were made, star, hide and tag them.");
}

void GalleryCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(
        u"action"_s,
        tr("search: pictures whose prompt, model, provider and tags have these words, each found by its beginning; "
           "without words, the newest. export: writes those into a folder, as \"export\" does. star, unstar, hide, "
           "unhide: mark pictures by their ids, or the first six digits "
           "of them and more. tag, untag: the same with a tag. tags: list them all."),
        u"[search [WORDS…]] | export [WORDS…] | star ID… | unstar ID… | hide ID… | unhide ID… | tag TAG ID… | untag TAG ID… | tags"_s);
    parser.addOptions({
        {u"model"_s, tr("search, export: only of this model, or those of a pattern such as flux*."), u"MODEL"_s},
        {u"provider"_s, tr("search, export: only what this provider made."), u"ID"_s},
        {u"tag"_s, tr("search, export: only what has this tag."), u"TAG"_s},
        {u"project"_s, tr("search, export: only what was for this project."), u"NAME"_s},
        {u"starred"_s, tr("search, export: only what is starred.")},
        {u"hidden"_s, tr("search, export: only what is hidden, which is left out otherwise.")},
        {u"limit"_s, tr("search, export: how many; 50 by default."), u"N"_s, u"50"_s},
        {u"json"_s, tr("Print JSON for programs.")},
    });
    declareExportOptions(parser);
}

qsizetype GalleryCommand::maxArguments(const QString &action) const
{
    return isSearch(action) || isChange(action) ? argumentLimit : 1;
}

bool GalleryCommand::takes(const QString &option, const QString &action) const
{
    return option == "json"_L1 || isExport(action) || (isSearch(action) && isSearchOption(option));
}

StorageNeed GalleryCommand::storageNeed(const QString &action) const
{
    return isChange(action) ? StorageNeed::Write : StorageNeed::WriteIfPossible; // the words of new pictures
}

void GalleryCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    m_app = &app;
    m_terminal = &terminal;
    m_asJson = parser.isSet(u"json"_s);
    const QString action = parser.positionalArguments().value(0);
    const QStringList named = parser.positionalArguments().mid(1);
    if (isSearch(action)) {
        startSearch(parser);
    } else if (action == "tags"_L1) {
        listTags();
    } else if (!isChange(action)) {
        conclude(terminal,
                 tr("Say \"gallery search WORDS\", \"gallery star ID\", \"gallery hide ID\", \"gallery tag TAG ID\" or "
                    "\"gallery tags\"."),
                 ExitUsage);
    } else if (named.size() < (isAboutTag(action) ? 2 : 1)) {
        conclude(terminal,
                 isAboutTag(action) ? tr("Name the tag and the pictures: \"gallery %1 TAG ID…\".").arg(action)
                                    : tr("Name the pictures: \"gallery %1 ID…\".").arg(action),
                 ExitUsage);
    } else {
        change(action, named);
    }
}

void GalleryCommand::startSearch(const QCommandLineParser &parser)
{
    bool isNumber = false;
    const int limit = parser.value(u"limit"_s).toInt(&isNumber);
    LibraryFilter filter;
    filter.words = parser.positionalArguments().mid(1).join(u' ');
    filter.model = parser.value(u"model"_s).trimmed();
    filter.provider = parser.value(u"provider"_s).trimmed();
    filter.tag = parser.value(u"tag"_s).trimmed();
    filter.project = parser.value(u"project"_s).trimmed();
    filter.starredOnly = parser.isSet(u"starred"_s);
    filter.hidden = parser.isSet(u"hidden"_s) ? LibraryFilter::Hidden::Only : LibraryFilter::Hidden::LeftOut;
    if (!isNumber || limit < 1 || limit > 10'000) {
        conclude(*m_terminal, tr("--limit is a whole number from 1 to 10000."), ExitUsage);
    } else if (!filter.provider.isEmpty() && !m_app->adapters().find(filter.provider)) {
        conclude(*m_terminal, tr("There is no provider \"%1\".").arg(filter.provider), ExitUsage);
    } else if (!filter.words.trimmed().isEmpty() && searchwords::phrasesIn(filter.words).isEmpty()) {
        // A list of everything would look like what was found, and an export would write it.
        conclude(*m_terminal, tr("\"%1\" has no word in it that could be found.").arg(filter.words), ExitUsage);
    } else {
        if (isExport(parser.positionalArguments().value(0))) {
            const Result<ExportJob> job = exportJobFrom(parser, {});
            if (!job) {
                conclude(*m_terminal, wording::sentence(job.error()), ExitUsage);
                return;
            }
            m_job = *job;
            if (!parser.isSet(u"name"_s)) {
                m_job->name = u"{date}_{prompt}_{n}"_s; // their own are of digits
            }
        }
        search(filter, limit);
    }
}

/// Once more as long as it takes in words that it did not know of (`behind` generations, the last time): all of them,
/// at first, in a home of an older version.
void GalleryCommand::search(const LibraryFilter &filter, int limit, qint64 behind)
{
    const auto searching = m_app->library().search(filter, limit);
    whenDone(searching, this, [this, filter, limit, behind](const Result<Library::Page> &page) {
        if (!page) {
            fail(*m_terminal, page.error());
            return;
        }
        const bool isIncomplete = page->behind > 0 && !filter.words.isEmpty();
        if (isIncomplete && page->behind < behind) {
            search(filter, limit, page->behind);
            return;
        }
        if (isIncomplete) {
            m_terminal->message(tr("The words of %n request(s) could not be taken in, because nothing can be written "
                                   "here: their pictures are found by filters alone.",
                                   nullptr, static_cast<int>(page->behind)));
        }
        if (m_job) {
            exportFound(page->entries);
        } else {
            print(page->entries);
            Q_EMIT finished(ExitDone);
        }
    });
}

void GalleryCommand::exportFound(const QList<LibraryEntry> &entries)
{
    if (entries.isEmpty()) {
        print(entries);
        Q_EMIT finished(ExitDone);
        return;
    }
    for (const LibraryEntry &entry : entries) {
        m_job->files.append(entry.picture.path);
    }
    m_job->recipeInBooks = [library = &m_app->library()](const QString &file) { return keptRecipe(*library, file); };
    m_batch = startExport(*m_job, m_asJson, *m_terminal, this, [this](int code) { Q_EMIT finished(code); });
}

void GalleryCommand::interrupt()
{
    if (m_batch) {
        m_batch->cancel();
    } else {
        Command::interrupt();
    }
}

void GalleryCommand::print(const QList<LibraryEntry> &entries)
{
    QJsonArray report;
    QList<QStringList> rows {{tr("TIME"), tr("ID"), tr("PROMPT"), tr("MODEL"), tr("SIZE"), tr("COST"), tr("MARKS")}};
    for (const LibraryEntry &entry : entries) {
        report.append(entryReport(entry));
        rows.append({entry.createdAt.toLocalTime().toString(u"yyyy-MM-dd hh:mm"_s), entry.picture.id.left(shownDigits),
                     shortened(entry.prompt), entry.model, sizeText(entry.picture.size), moneyText(entry.cost),
                     marksText(entry)});
    }
    if (m_asJson) {
        m_terminal->printJson(report);
    } else if (entries.isEmpty()) {
        m_terminal->print(tr("No picture was found."));
    } else {
        m_terminal->printTable(rows, {4, 5});
    }
}

void GalleryCommand::change(const QString &action, const QStringList &named)
{
    using picturemarks::Mark;
    Library &library = m_app->library();
    const bool isRemoved = action.startsWith("un"_L1);
    QFuture<Result<QStringList>> changing;
    if (isAboutTag(action)) {
        const QString tag = named.first().simplified();
        changing = isRemoved ? library.removeTag(named.mid(1), tag) : library.addTag(named.mid(1), tag);
    } else {
        changing = library.mark(named, action.endsWith("star"_L1) ? Mark::Starred : Mark::Hidden, !isRemoved);
    }
    whenDone(changing, this, [this](const Result<QStringList> &changed) {
        if (!changed) {
            fail(*m_terminal, changed.error());
            return;
        }
        if (m_asJson) {
            m_terminal->printJson(QJsonArray::fromStringList(*changed));
        } else {
            m_terminal->print(tr("%n picture(s) changed.", nullptr, static_cast<int>(changed->size())));
        }
        Q_EMIT finished(ExitDone);
    });
}

void GalleryCommand::listTags()
{
    whenDone(m_app->library().tags(), this, [this](const Result<QList<TagCount>> &tags) {
        if (!tags) {
            fail(*m_terminal, tags.error());
            return;
        }
        QJsonArray report;
        QList<QStringList> rows {{tr("TAG"), tr("PICTURES")}};
        for (const TagCount &count : *tags) {
            report.append(QJsonObject {{"tag"_L1, count.tag}, {"pictures"_L1, count.pictures}});
            rows.append({count.tag, QString::number(count.pictures)});
        }
        if (m_asJson) {
            m_terminal->printJson(report);
        } else if (tags->isEmpty()) {
            m_terminal->print(tr("There is no tag yet."));
        } else {
            m_terminal->printTable(rows, {1});
        }
        Q_EMIT finished(ExitDone);
    });
}

} // namespace lightwell
