// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/workmenu.h"

#include "ui/texts.h"

#include <QCoreApplication>
#include <QMenu>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WorkMenu)
};

struct Entry
{
    Operation operation;
    QString text;
};

QList<Entry> entries()
{
    return {{Operation::Upscale, Text::tr("Make &larger")},
            {Operation::Vary, Text::tr("Make &another like it")},
            {Operation::RemoveBackground, Text::tr("Cut out the &background")},
            {Operation::Vectorize, Text::tr("Make a &drawing of it")}};
}

using Wanted = std::function<void(const PictureWork &)>;

void add(QMenu *menu, const QString &text, const PictureWork &work, const QString &objectName, const Wanted &wanted)
{
    // The price stands where a shortcut would.
    QAction *action = menu->addAction(QString(text).replace(u'&', "&&"_L1) + u'\t'
                                      + texts::price(work.expected.price, work.expected.atMost));
    action->setObjectName(objectName);
    QObject::connect(action, &QAction::triggered, menu, [wanted, work] { wanted(work); });
}

/// What a model can be told about the picture stands in a menu of its own, behind the usual way.
void fill(QMenu *menu, const QList<PictureWork> &works, const Catalog &catalog, const Picture &picture,
          const Wanted &wanted)
{
    for (const PictureWork &work : works) {
        add(menu, work.name, work, u"work."_s + work.model, wanted);
        const QList<WorkVariant> variants = variantsOf(work, catalog, picture);
        if (variants.isEmpty()) {
            continue;
        }
        QMenu *otherwise = menu->addMenu(Text::tr("%1, otherwise").arg(QString(work.name).replace(u'&', "&&"_L1)));
        otherwise->setObjectName(u"workVariants."_s + work.model);
        otherwise->setAccessibleName(Text::tr("%1, otherwise").arg(work.name));
        for (qsizetype i = 0; i < variants.size(); ++i) {
            add(otherwise, variants.at(i).text, variants.at(i).work, u"work.%1.%2"_s.arg(work.model).arg(i), wanted);
        }
    }
    if (works.isEmpty()) {
        QAction *nobody = menu->addAction(Text::tr("No provider with a key can do this"));
        nobody->setObjectName(u"work.nobody"_s);
        nobody->setEnabled(false);
    }
}

} // namespace

void addPictureWorks(QMenu *menu, const Catalog &catalog, const ProviderKeys &keys, const Picture &picture,
                     const QString &prompt, const std::function<void(const PictureWork &)> &wanted)
{
    menu->addSeparator();
    const QList<Entry> all = entries();
    for (const Entry &entry : all) {
        QMenu *works = menu->addMenu(entry.text);
        works->setObjectName(u"workMenu."_s + operationName(entry.operation));
        works->setAccessibleName(texts::withoutMnemonic(entry.text));
        // Reckoned when it is opened, not for every menu that is.
        QObject::connect(works, &QMenu::aboutToShow, works, [=, &catalog, &keys] {
            if (works->isEmpty()) {
                fill(works, pictureWorks(catalog, keys, entry.operation, picture, prompt), catalog, picture, wanted);
            }
        });
    }
}

} // namespace lightwell
