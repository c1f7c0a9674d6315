// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/exportmenu.h"

#include "ui/widgets/icons.h"

#include <QCoreApplication>
#include <QMenu>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportMenu)
};

QStringList filesOf(const CompareRun &run)
{
    QStringList files;
    for (const CompareCell &cell : run.cells) {
        if (const Picture *picture = cell.picture(); picture && !picture->path.isEmpty()) {
            files.append(picture->path);
        }
    }
    return files;
}

} // namespace

void addExports(QMenu *menu, const CompareRun &run, const Picture &picture,
                const std::function<void(const QStringList &)> &wanted)
{
    QAction *before = menu->findChild<QAction *>(u"cellMenu.copy"_s); // behind "Save as…"
    const auto add = [menu, before, wanted](const QString &text, const QString &name, const QStringList &files) {
        auto *action = new QAction(themedIcon(Icon::Export), text, menu);
        action->setObjectName(name);
        menu->insertAction(before, action);
        QObject::connect(action, &QAction::triggered, menu, [wanted, files] { wanted(files); });
    };
    if (!picture.path.isEmpty()) {
        add(Text::tr("E&xport…"), u"cellMenu.export"_s, {picture.path});
    }
    if (const QStringList all = filesOf(run); all.size() > 1) {
        add(Text::tr("Export a&ll %1 of this run…").arg(all.size()), u"cellMenu.exportAll"_s, all);
    }
}

} // namespace lightwell
