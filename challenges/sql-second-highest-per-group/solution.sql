with ranked as (
    select
        department,
        name,
        salary,
        dense_rank() over (partition by department order by salary desc) as place
    from employees
    where salary is not null  -- or the unknown salaries get a place as well
)
select department, name, salary
from ranked
where place = 2
order by department, name
