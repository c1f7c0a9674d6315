// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/budgetnotices.h"
#include "ui/compare/cellactions.h"
#include "ui/compare/comparekeeping.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/comparestart.h"
#include "ui/compare/formplans.h"
#include "ui/compare/recall.h"
#include "ui/views/droppedpictures.h"
#include "ui/views/viewedpicture.h"
#include "ui/welcome/tour.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace lightwell {

class AdapterRegistry;
class BudgetWatch;
class Catalog;
class Dialogs;
class FormPane;
class ImageService;
class MaskPage;
class PictureInputs;
class ProviderKeys;
class ResultsPane;
class Settings;
class WelcomePage;
struct PictureCollection;
struct Example;
struct Services;

/// One prompt, several models, side by side. Only puts its parts together.
class ComparePage : public QWidget
{
    Q_OBJECT
public:
    ComparePage(const Services &services, ProviderKeys &keys, BudgetWatch &budget, QWidget *parent = nullptr);
    ~ComparePage() override;

    [[nodiscard]] CompareSession &session() { return m_session; }
    [[nodiscard]] CompareForm form() const;
    void setForm(const CompareForm &form);
    void setProjects(const QStringList &names); ///< there are so far
    /// Of the form: a picture that was made, under this file name; says so where it cannot be used.
    void addReference(const Picture &picture, const QString &name);
    void addReference(const QString &file); ///< the same of a file of this computer
    /// Fills the form with how a picture was made, wherever that is known from; says what is not known here. The form
    /// as it was can be brought back: somebody may have written at it for long.
    void recall(const FormRecipe &recipe, Recall what);
    void addModel(const QString &slug); ///< to the form, as by the person; says so where there is no room for it
    [[nodiscard]] static QString examplePrompt();
    void generate();
    void tryAgain(const QString &generation); ///< or ask for its job: what its cell offers after a failure
    void openAccount(const QString &provider); ///< on the vendor's own page
    [[nodiscard]] bool isPriced() const { return m_plans.isSettled(); } ///< the form as it stands
    void focusPrompt();
    [[nodiscard]] bool arePicturesShown() const;
    /// Pictures of anywhere, in the Loupe or in A/B.
    void showViews(const QList<ViewedPicture> &pictures, View view);
    void showWelcome(); ///< in the place of the pictures, until it is closed or new ones come
    /// Files of anywhere, in the Loupe; says so where they cannot be read, and offers the recipe of a single one.
    void lookAt(const QList<referencefiles::Source> &pictures);

Q_SIGNALS:
    void settingWanted(const QString &control); ///< on the settings page, by its object name
    void keyWanted(const QString &provider); ///< empty: any
    void keyDialogWanted(const QString &provider); ///< above this page
    void pageWanted(const QString &id); ///< of the window
    void unlockWanted();
    void budgetWanted();
    void exportWanted(const QStringList &files);
    void othersLeft(); ///< pictures of elsewhere have been looked at closely, and are left by the person
    void lookedAt(); ///< what lookAt() was asked for is there to be shown
    void marked(); ///< a picture was starred or hidden, or no more
    /// Why it went as it did; `among` are the requests of all cells, in their order.
    void explainWanted(const QString &generation, const QStringList &among);
    void say(lightwell::Meaning meaning, const QString &text);
    /// The same with something that can still be done for some seconds.
    void offer(lightwell::Meaning meaning, const QString &text, const QString &action,
               const std::function<void()> &act);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectInputs();
    void connectDrops(PictureCollection *pictures);
    void connectWelcome();
    void leaveWelcome();
    [[nodiscard]] QWidget *usualRight() const; ///< while no mask is painted
    void fillIn(const Example &example);
    void tryProvider(const QString &provider);
    void takePictures(const QList<referencefiles::Source> &pictures);
    void showAround();
    /// Fills the form, and offers it back as it was.
    void fillForm(const CompareForm &filled, Meaning meaning, const QString &text);
    void explain(int run, int cell);
    void sayTooMany();
    void recallCell(int run, int cell, Recall what);
    void chooseAddition(int run, QWidget *place);
    void planAddition(int run, const QString &model);
    void removeModel(const QString &slug); ///< from the form; it can be brought back
    void updateChoices();
    void reckonPrices(); ///< of the choices, where they are to be seen
    void updateKeyHint();
    [[nodiscard]] Names namesFor(const QString &model) const;
    void tellWhyItStayed(const CompareCell &ended);
    void tellNotices(const Generation &outcome);
    ImageService &m_images;
    Dialogs &m_dialogs;
    const AdapterRegistry &m_adapters;
    Settings &m_settings;
    const Catalog &m_catalog;
    ProviderKeys &m_keys;
    const BudgetWatch &m_budget;
    CompareSession m_session;
    BudgetNotices m_notices;
    FormPlans m_plans;
    CompareStart m_start;
    CellActions m_actions;
    DroppedPictures m_dropped;
    referencefiles::RecipeOfContent m_inBooks; ///< none: there are no books of pictures
    FormPane *m_form;
    ResultsPane *m_results;
    MaskPage *m_mask;
    WelcomePage *m_welcome;
    PictureInputs *m_inputs;
    QStackedWidget *m_right; ///< pictures, mask or welcome
    Tour m_tour;
    QSplitter *m_splitter;
    CompareKeeping m_keeping;
    int m_reckoned = 0; ///< so many times
};

} // namespace lightwell
