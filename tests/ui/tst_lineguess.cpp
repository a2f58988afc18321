#include "support/test_main.h"

#include <ui/delegates/line_guess.h>
#include <ui/theme/theme.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace relevo;

/// A guess is what a layout says, or nothing.
class tst_LineGuess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asLaidOut_data()
    {
        QTest::addColumn<int>("scale");
        QTest::addColumn<int>("width");
        for (const int scale : {100, 150, 200}) {
            for (const int width : {160, 233, 301, 427, 540})
                QTest::addRow("%d %%, %d px", scale, width) << scale << width;
        }
    }

    void asLaidOut()
    {
        QFETCH(const int, scale);
        QFETCH(const int, width);
        ui::Theme theme;
        theme.setTextScale(scale);
        const QFont font = theme.fonts().body;
        ui::LineGuess guess;
        guess.setFont(font);
        int told = 0;
        QRandomGenerator random(static_cast<quint32>(scale * 1'000 + width));
        constexpr int texts = 400;
        for (int i = 0; i < texts; ++i) {
            const QString text = sentence(random);
            const std::optional<ui::MeasuredText> guessed = guess.of(text, width);
            if (!guessed)
                continue;
            ++told;
            const ui::BubbleText laid(text, font, width, Qt::blue);
            const bool same = guessed->size.height() == laid.size().height() &&
                              std::abs(guessed->size.width() - laid.size().width()) <= ui::LineGuess::doubt &&
                              std::abs(guessed->lastLineWidth - laid.lastLineWidth()) <= ui::LineGuess::doubt;
            if (!same)
                QFAIL(qPrintable(QStringLiteral("guessed %1 x %2, %3; laid out %4 x %5, %6: %7")
                                     .arg(guessed->size.width())
                                     .arg(guessed->size.height())
                                     .arg(guessed->lastLineWidth)
                                     .arg(laid.size().width())
                                     .arg(laid.size().height())
                                     .arg(laid.lastLineWidth())
                                     .arg(text)));
        }
        qInfo("%d of %d told without a layout", told, texts);
        QVERIFY(told > texts / 20); // or it is of no use
    }

    void saysNothingWhereItCannotKnow()
    {
        ui::Theme theme;
        ui::LineGuess guess;
        guess.setFont(theme.fonts().body);
        for (const char* text : {"مرحبا", "こんにちは", "🙂", "a\tb", "e\u0301", "नमस्ते"})
            QVERIFY2(!guess.of(QString::fromUtf8(text), 400), text);
        QVERIFY(!guess.of(QString(2'000, QLatin1Char('x')), 400));
        QVERIFY(guess.of(QStringLiteral("Plain words."), 400));
        QVERIFY(guess.of(QString(), 400));
    }

private:
    static QString sentence(QRandomGenerator& random)
    {
        static const QStringList words =
            QString::fromUtf8(
                "the parcel Ana's order R-48213 AVATAR To We Tyre LT. \"hello\" (maybe) ¿Cuándo llega? não "
                "está "
                "préféré https://example.com/a?b=1 12:30 3,50 € yes no I a um de information configuration "
                "well-known and/or… “quoted” it’s OK! VAT Voilà  P.S. Straßenbahnhaltestelle")
                .split(QLatin1Char(' '));
        QString text;
        const int count = random.bounded(1, 30);
        for (int i = 0; i < count; ++i) {
            const int gap = random.bounded(40);
            if (i > 0)
                text += gap == 0   ? QStringLiteral("\n")
                        : gap == 1 ? QStringLiteral("  ")
                                   : QStringLiteral(" ");
            text += words[random.bounded(static_cast<int>(words.size()))];
        }
        return text;
    }
};

RELEVO_TEST(tst_LineGuess)
#include "tst_lineguess.moc"
