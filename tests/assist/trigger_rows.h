#pragma once

#include <domain/settings.h>

#include <QtTest/QtTest>

#include <initializer_list>

namespace relevo::assist {

/// Only one kind may hand off.
[[nodiscard]] inline domain::Settings only(bool domain::TriggerSwitches::*kind)
{
    domain::Settings settings;
    settings.triggers = {false, false, false, false, false, false, false};
    settings.triggers.*kind = true;
    return settings;
}

/// A row of test data for each text, by the text's name.
inline void rows(std::initializer_list<const char16_t*> texts)
{
    QTest::addColumn<QString>("text");
    for (const char16_t* text : texts) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line;
    }
}

} // namespace relevo::assist
