// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/sources.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString top = QStringLiteral(LIGHTWELL_SOURCE_DIR);

QStringList filesUnder(const QString &folder, const QStringList &patterns)
{
    QStringList files;
    QDirIterator walk(QDir(top).filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        files.append(QDir(top).relativeFilePath(walk.next()));
    }
    files.sort();
    return files;
}

} // namespace

QStringList SourceFile::includes() const
{
    static const QRegularExpression form(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s,
                                         QRegularExpression::MultilineOption);
    QStringList names;
    auto matches = form.globalMatch(text);
    while (matches.hasNext()) {
        names.append(matches.next().captured(1));
    }
    return names;
}

QString SourceFile::code() const
{
    static const QRegularExpression noise(
        u"//[^\n]*|/\\*.*?\\*/|R\"\\(.*?\\)\"|\"(?:[^\"\\\\\n]|\\\\.)*\"|^\\s*#\\s*include[^\n]*"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption);
    QString bare = text;
    return bare.remove(noise);
}

QList<SourceFile> sourcesUnder(const QString &folder)
{
    QList<SourceFile> sources;
    const QStringList paths = filesUnder(folder, {u"*.h"_s, u"*.cpp"_s});
    for (const QString &path : paths) {
        sources.append({path, readSource(path)});
    }
    return sources;
}

QStringList writtenFiles()
{
    QStringList files;
    const QStringList patterns {u"*.h"_s,  u"*.cpp"_s, u"CMakeLists.txt"_s, u"*.cmake"_s,
                                u"*.sh"_s, u"*.mjs"_s, u"*.md"_s,           u"*.sql"_s};
    for (const QString &folder :
         {u"app"_s, u"core"_s, u"providers"_s, u"ui"_s, u"tests"_s, u"packaging"_s, u"translations"_s}) {
        files += filesUnder(folder, patterns);
    }
    files.removeIf([](const QString &path) { return path.contains(u"/node_modules/"_s); });
    return files
        + QStringList {u"CMakeLists.txt"_s, u"README.md"_s,      u"CONTRIBUTING.md"_s,    u"SECURITY.md"_s,
                       u"packaging/run"_s,  u"packaging/test"_s, u"packaging/sanitize"_s, u"packaging/kimageformats"_s,
                       u".ci/run"_s,        u".clang-format"_s,  u".clang-tidy"_s,        u".editorconfig"_s,
                       u"REUSE.toml"_s};
}

QStringList foldersUnder(const QString &folder)
{
    return QDir(QDir(top).filePath(folder)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

QString readSource(const QString &path)
{
    QFile file(QDir(top).filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace lightwell::test
