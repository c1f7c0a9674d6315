// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backupplaces.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lightwell::backupplaces {

namespace {

/// As core/gateway/replay/freeanswers.h has it.
QString recordingsFolder(const Paths &paths)
{
    return paths.replayFolder() + "/recordings"_L1;
}

void addIfThere(QList<Place> &places, const QString &path, const Paths &paths)
{
    const QFileInfo info(path);
    const QString folder = info.absolutePath();
    const bool isBelow =
        folder == paths.workflowsFolder() || folder == paths.modelListsFolder() || folder == recordingsFolder(paths);
    const QString name = isBelow ? QString(QFileInfo(folder).fileName() + u'/' + info.fileName()) : info.fileName();
    const std::optional<Place> place = placeOf(name, paths);
    if (place && info.isFile()) {
        places.append(*place);
    }
}

} // namespace

std::optional<Place> placeOf(const QString &name, const Paths &paths)
{
    if (name == QLatin1StringView(databaseName)) {
        return Place {name, paths.data, paths.databaseFile()};
    }
    for (const QString &path :
         {paths.settingsFile(), paths.userCatalogFile(), paths.routingFile(), paths.presetsFile()}) {
        if (name == QFileInfo(path).fileName()) {
            return Place {name, paths.config, path};
        }
    }
    for (const QString &path : {paths.foundEnginesFile(), paths.balancesFile()}) {
        if (name == QFileInfo(path).fileName()) {
            return Place {name, paths.data, path};
        }
    }
    static const QRegularExpression list(u"\\A(workflows|model-lists)/([^/.\\x00][^/\\x00]*\\.json)\\z"_s);
    if (const QRegularExpressionMatch match = list.match(name); match.hasMatch()) {
        const bool isWorkflow = match.captured(1) == "workflows"_L1;
        const QString folder = isWorkflow ? paths.workflowsFolder() : paths.modelListsFolder();
        return Place {name, folder, folder + u'/' + match.captured(2)};
    }
    static const QRegularExpression recording(u"\\Arecordings/(rec_[0-9a-f]{27}\\.json)\\z"_s);
    if (const QRegularExpressionMatch match = recording.match(name); match.hasMatch()) {
        return Place {name, recordingsFolder(paths), recordingsFolder(paths) + u'/' + match.captured(1)};
    }
    static const QRegularExpression picture(
        u"\\Amedia/(([0-9a-f]{2})/\\2[0-9a-f]{62}\\.[a-z0-9]{2,5}|unread/[0-9a-f]{64}\\.bin)\\z"_s);
    if (const QRegularExpressionMatch match = picture.match(name); match.hasMatch()) {
        return Place {name, paths.mediaFolder(), paths.mediaFolder() + u'/' + match.captured(1), true};
    }
    return std::nullopt;
}

QList<Place> configurationOf(const Paths &paths)
{
    QStringList files {paths.settingsFile(), paths.userCatalogFile(),  paths.routingFile(),
                       paths.presetsFile(),  paths.foundEnginesFile(), paths.balancesFile()};
    for (const QString &folder : {paths.workflowsFolder(), paths.modelListsFolder(), recordingsFolder(paths)}) {
        const QStringList names = QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            files.append(folder + u'/' + name);
        }
    }
    QList<Place> places;
    for (const QString &file : std::as_const(files)) {
        addIfThere(places, file, paths);
    }
    return places;
}

QList<Place> picturesOf(const Paths &paths)
{
    QList<Place> places;
    QDirIterator files(paths.mediaFolder(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (const auto place = placeOf(u"media"_s + path.mid(paths.mediaFolder().size()), paths)) {
            places.append(*place);
        }
    }
    return places;
}

QStringList foldersOf(const Paths &paths)
{
    QStringList folders {paths.config,
                         paths.data,
                         paths.workflowsFolder(),
                         paths.modelListsFolder(),
                         paths.replayFolder(),
                         recordingsFolder(paths),
                         paths.mediaFolder()};
    folders.removeDuplicates();
    return folders;
}

} // namespace lightwell::backupplaces
